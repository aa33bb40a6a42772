using Monitor.Grains;
using Monitor.Silo.Probes.Egress;
using Monitor.Silo.Probes;
using Orleans;

namespace Monitor.Silo.Watching;

/// <summary>This node's life sign: every 5 s it tells the desk what it watches, how fresh that is, and whether it can see.</summary>
internal sealed partial class Collector(
    IGrainFactory grains, Watchlist watchlist, EgressWatch sight, LagWindow lag, Place place, TimeProvider clock, ILogger<Collector> log)
    : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new PeriodicTimer(Rhythm, clock);
        do
        {
            await Beat(stoppingToken);
        }
        while (await rhythm.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Beat(CancellationToken stopping)
    {
        try
        {
            var now = clock.GetUtcNow();
            var (targets, fresh) = watchlist.Count(place.Region.Id, now);
            var beat = new CollectorBeat(place.Collector, now, targets, fresh, lag.P99Ms, sight.Current.Sighted);
            await grains.GetGrain<IDeskGrain>(place.Region.Id).Beat(beat);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            DeskDidNotHear(fault, place.Region.Id);
        }
    }
}
