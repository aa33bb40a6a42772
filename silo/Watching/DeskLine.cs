using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Monitor.Grains;
using Orleans;

namespace Monitor.Silo.Watching;

/// <summary>
/// The way from targets to desks. One lane per region takes reports without waiting and delivers them in order,
/// as many in one call as have gathered, so a burst costs the desk a few commits instead of thousands.
/// What is under way when the process ends stays in the targets' own outboxes and comes again.
/// </summary>
internal sealed partial class DeskLine(
    IGrainFactory grains, WatchInstruments instruments, TimeProvider clock, ILogger<DeskLine> log)
    : BackgroundService, IDeskLine
{
    /// <summary>Reports in one call: large enough to absorb 10,000 in ten commits, small enough for one message.</summary>
    private const int MostTogether = 1000;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Lazy<Channel<TargetReport>>> _lanes = new();
    private readonly ConcurrentBag<Task> _deliveries = [];
    private readonly CancellationTokenSource _stopping = new();

    public void Post(string region, TargetReport report)
    {
        var lane = _lanes.GetOrAdd(region, r => new Lazy<Channel<TargetReport>>(() => OpenLane(r)));
        lane.Value.Writer.TryWrite(report);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _stopping.CancelAsync();
        await Task.WhenAll(_deliveries).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Channel<TargetReport> OpenLane(string region)
    {
        var lane = Channel.CreateUnbounded<TargetReport>(new UnboundedChannelOptions { SingleReader = true });
        _deliveries.Add(Task.Run(() => Deliver(region, lane.Reader, _stopping.Token)));
        return lane;
    }

    private async Task Deliver(string region, ChannelReader<TargetReport> lane, CancellationToken stopping)
    {
        while (await lane.WaitToReadAsync(stopping))
        {
            var batch = ImmutableArray.CreateBuilder<TargetReport>();
            while (batch.Count < MostTogether && lane.TryRead(out var report))
            {
                batch.Add(report);
            }

            var began = clock.GetTimestamp();
            await Report(region, batch.ToImmutable(), stopping);
            instruments.Reported(clock.GetElapsedTime(began));
            await Confirm(batch);
        }
    }

    /// <summary>Tries until the desk has saved it: a desk that is down loses nothing, it only hears later.</summary>
    private async Task Report(string region, ImmutableArray<TargetReport> batch, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await grains.GetGrain<IDeskGrain>(region).Report(batch);
                return;
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                DeskDidNotTake(fault, region, batch.Length, pause);
                await Task.Delay(pause, clock, stopping);
            }
        }
    }

    private async Task Confirm(ImmutableArray<TargetReport>.Builder batch)
    {
        var confirmations = batch
            .Where(r => !r.Target.Contains(':', StringComparison.Ordinal))
            .Select(r => grains.GetGrain<ISiteGrain>(r.Target).Delivered(r.Changes[^1].No));
        try
        {
            await Task.WhenAll(confirmations);
        }
        catch (Exception fault)
        {
            // Unconfirmed changes are sent again after a restart, and the desk drops what it has.
            NotConfirmed(fault);
        }
    }
}
