using Microsoft.Extensions.Logging;

namespace Monitor.Grains;

internal sealed partial class DeskGrain
{
    [LoggerMessage(3021, LogLevel.Information, "The desk of {Region} opens epoch {Epoch} at {Head} with {Alarms} alarms not resolved")]
    private partial void Opened(string region, long epoch, long head, int alarms);
}
