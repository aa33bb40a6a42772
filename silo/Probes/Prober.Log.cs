using Monitor.Grains;
using Monitor.Rules;

namespace Monitor.Silo.Probes;

internal sealed partial class Prober
{
    [LoggerMessage(1000, LogLevel.Debug, "Probed {Target} as {Kind}: {Failure} after {Elapsed}")]
    private static partial void LogProbed(ILogger log, string target, ProbeKind kind, FailureClass? failure, TimeSpan elapsed);

    [LoggerMessage(1001, LogLevel.Debug, "Address of {Target} is refused: {Fault}")]
    private static partial void LogRefused(ILogger log, string target, string? fault);
}
