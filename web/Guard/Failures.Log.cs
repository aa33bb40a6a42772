namespace Monitor.Web.Guard;

internal static partial class FailuresLog
{
    [LoggerMessage(4001, LogLevel.Error, "A request to {Path} failed; the client was told 500 without details.")]
    public static partial void Failed(this ILogger log, string path, Exception failure);

    [LoggerMessage(4002, LogLevel.Warning, "A request to {Path} timed out; the client was told that the outcome is not known.")]
    public static partial void TimedOut(this ILogger log, string path, Exception failure);
}
