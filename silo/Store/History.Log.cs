namespace Monitor.Silo.Store;

internal sealed partial class History
{
    [LoggerMessage(2001, LogLevel.Warning, "History could not be written and is kept in memory ({held} looks): {reason}")]
    private partial void LogNotWritten(int held, string reason, Exception failure);
}
