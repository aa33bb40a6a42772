namespace Monitor.Silo.Probes.Egress;

internal sealed partial class EgressWatch
{
    [LoggerMessage(1010, LogLevel.Warning, "This node cannot see out ({Reason}): {Failed} of {Seen} targets unreachable, {Answered} of {Asked} reference hosts answer. What it sees is held until it can.")]
    private static partial void LogBlind(ILogger log, string reason, int failed, int seen, int answered, int asked);

    [LoggerMessage(1011, LogLevel.Information, "This node sees out again ({Reason})")]
    private static partial void LogSighted(ILogger log, string reason);
}
