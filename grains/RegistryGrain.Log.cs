using Microsoft.Extensions.Logging;

namespace Monitor.Grains;

internal sealed partial class RegistryGrain
{
    [LoggerMessage(3011, LogLevel.Warning, "Site {Target} could not be woken; the sweep in a minute tries again")]
    private partial void NotWoken(Exception fault, string target);

    [LoggerMessage(3012, LogLevel.Warning, "The desk of {Region} could not be told what is registered; the sweep in a minute tries again")]
    private partial void NotTold(Exception fault, string region);
}
