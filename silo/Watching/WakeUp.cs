using Monitor.Grains;
using Monitor.Web.Health;
using Orleans;

namespace Monitor.Silo.Watching;

/// <summary>
/// Wakes the register when the process has started, and the register wakes every target within ten seconds.
/// Tries until it succeeds: a database that comes a minute late must not leave a region unwatched.
/// </summary>
internal sealed partial class WakeUp(
    IGrainFactory grains, Place place, SitesFile sites, TimeProvider clock, ILogger<WakeUp> log)
    : BackgroundService, IReadinessCheck
{
    /// <summary>First looks are spread over this, so every target is seen again within ten seconds and not all at once.</summary>
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when every target has been woken.</summary>
    public Task Woken => _woken.Task;

    public string Name => "watch";

    public Task<string?> Fault(CancellationToken cancel) =>
        Task.FromResult(Woken.IsCompleted ? null : "The targets are being woken; this takes some seconds after a start.");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await Wake(stoppingToken))
        {
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<bool> Wake(CancellationToken stopping)
    {
        try
        {
            var registry = grains.GetGrain<IRegistryGrain>(place.Region.Id);
            await sites.Import(registry, place.Region.Id, stopping);
            Awake(place.Region.Id, await registry.WakeAll(Spread));
            _woken.TrySetResult();
            return true;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            NotAwake(fault, place.Region.Id, Pause);
            return false;
        }
    }
}
