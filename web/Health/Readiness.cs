namespace Monitor.Web.Health;

/// <param name="Fault">What is wrong; absent when well.</param>
internal sealed record Check(string Name, bool Ok, string? Fault);

/// <summary>Asks every readiness check at once.</summary>
internal sealed class Readiness(IEnumerable<IReadinessCheck> checks, TimeProvider clock, ILogger<Readiness> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<IReadOnlyList<Check>> Ask(CancellationToken cancel) =>
        await Task.WhenAll(checks.Select(check => Ask(check, cancel)));

    private async Task<Check> Ask(IReadinessCheck check, CancellationToken cancel)
    {
        try
        {
            var fault = await check.Fault(cancel).WaitAsync(Patience, clock, cancel);
            return new(check.Name, fault is null, fault);
        }
        catch (TimeoutException)
        {
            return new(check.Name, false, "It did not answer within 2 s.");
        }
#pragma warning disable CA1031 // A check that fails is the answer; its inside stays in the log.
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.CheckFailed(check.Name, failure);
            return new(check.Name, false, "It failed; the log says why.");
        }
#pragma warning restore CA1031
    }
}
