namespace Monitor.Silo.Watching;

internal sealed partial class Collector
{
    [LoggerMessage(3111, LogLevel.Warning, "The desk of {Region} did not hear this collector's life sign; the next follows in 5 s")]
    private partial void DeskDidNotHear(Exception fault, string region);
}
