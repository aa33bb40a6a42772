namespace Monitor.Web.Audit;

internal static partial class AuditGateLog
{
    [LoggerMessage(4020, LogLevel.Critical,
        "An audit row could not be saved and stands here instead: at {At} {By} did {Action} to {Subject}, {Outcome}. {Detail}")]
    public static partial void RowLost(
        this ILogger log, DateTimeOffset at, string by, string action, string subject, string outcome, string detail, Exception failure);
}
