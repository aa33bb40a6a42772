namespace Monitor.Silo.Watching;

internal sealed partial class WakeUp
{
    [LoggerMessage(3121, LogLevel.Information, "Watching {Targets} targets of {Region}")]
    private partial void Awake(string region, int targets);

    [LoggerMessage(3122, LogLevel.Error, "The register of {Region} could not be woken; trying again in {Pause}")]
    private partial void NotAwake(Exception fault, string region, TimeSpan pause);
}
