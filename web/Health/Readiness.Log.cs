namespace Monitor.Web.Health;

internal static partial class ReadinessLog
{
    [LoggerMessage(4040, LogLevel.Warning, "The readiness check {Check} failed; /readyz answers 503 meanwhile.")]
    public static partial void CheckFailed(this ILogger log, string check, Exception failure);
}
