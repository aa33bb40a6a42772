namespace Monitor.Silo.Watching;

internal sealed partial class DeskLine
{
    [LoggerMessage(3101, LogLevel.Warning, "The desk of {Region} did not take {Reports} reports; trying again in {Pause}")]
    private partial void DeskDidNotTake(Exception fault, string region, int reports, TimeSpan pause);

    [LoggerMessage(3102, LogLevel.Warning, "Some targets could not be told that the desk has their reports; they will send them again")]
    private partial void NotConfirmed(Exception fault);
}
