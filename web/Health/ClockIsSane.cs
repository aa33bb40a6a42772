namespace Monitor.Web.Health;

/// <summary>The wall clock runs as the steady clock does. A jump shifts every age, lease and deadline, so it is told for a minute.</summary>
internal sealed class ClockIsSane(TimeProvider clock) : IReadinessCheck
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private (DateTimeOffset Wall, long Steady) last = (clock.GetUtcNow(), clock.GetTimestamp());
    private (TimeSpan By, long Steady)? jump;

    public string Name => "clock";

    public Task<string?> Fault(CancellationToken cancel)
    {
        lock (gate)
        {
            var (wall, steady) = (clock.GetUtcNow(), clock.GetTimestamp());
            var by = wall - last.Wall - clock.GetElapsedTime(last.Steady, steady);
            last = (wall, steady);
            if (by.Duration() > Allowed)
            {
                jump = (by, steady);
            }

            return Task.FromResult(jump is { } seen && clock.GetElapsedTime(seen.Steady, steady) < ToldFor
                ? FormattableString.Invariant($"The wall clock jumped by {seen.By.TotalSeconds:0.0} s; ages and deadlines may be wrong.")
                : null);
        }
    }
}
