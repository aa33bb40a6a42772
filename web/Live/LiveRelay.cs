using Microsoft.Extensions.Hosting;
using Monitor.Grains;

namespace Monitor.Web.Live;

/// <summary>Carries the desk's changes and pulse to the screens of this node. One observer, however many screens.</summary>
internal sealed class LiveRelay(
    IGrainFactory grains, DeskDoor desk, ILedger ledger, LiveClients clients, SessionSweep sweep,
    RegionOptions region, WebInstruments instruments, TimeProvider clock, ILogger<LiveRelay> log) : BackgroundService
{
    /// <summary>Heartbeat of the screens.</summary>
    private static readonly TimeSpan PulseEvery = TimeSpan.FromSeconds(5);

    /// <summary>A desk forgets an observer after a minute, and a desk that moved never knew it.</summary>
    private static readonly TimeSpan SubscribeEvery = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    /// <summary>After a failure, so that screens are live again soon after the desk is.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    // The desk holds observers weakly; this field keeps ours.
    private readonly DeskEar ear = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Relay(stoppingToken),
        Again("pulse", PulseEvery, async () => ear.Beat(await desk.Pulse(stoppingToken)), stoppingToken),
        Again("subscribe", SubscribeEvery, Subscribing(stoppingToken), stoppingToken),
        Again("sweep", SweepEvery, () => sweep.Run(stoppingToken), stoppingToken));

    private Func<Task> Subscribing(CancellationToken stopping)
    {
        IDeskObserver? observer = null;
        return () => desk.Subscribe(observer ??= grains.CreateObjectReference<IDeskObserver>(ear), stopping);
    }

    private async Task Relay(CancellationToken stopping)
    {
        var tail = new DeskTail(ledger, region.Id);
        await foreach (var arrival in ear.Hear(stopping))
        {
            try
            {
                await Pass(tail, arrival, stopping);
            }
#pragma warning disable CA1031 // The ledger did not answer: nothing was passed on, and the next pulse brings the same gap again.
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                log.GapNotFilled(failure);
            }
#pragma warning restore CA1031
        }
    }

    private async Task Pass(DeskTail tail, Arrival arrival, CancellationToken stopping)
    {
        var gaps = tail.Gaps;
        var beat = arrival as Arrival.Beat;
        var events = arrival is Arrival.Told told
            ? await tail.Take(told.Events, stopping)
            : await tail.CatchUp(beat!.Pulse, stopping);
        instruments.LiveGaps.Add(tail.Gaps - gaps);
        if (events.Count > 0)
        {
            clients.Changed(events);
        }

        if (beat is not null)
        {
            clients.Pulse(beat.Pulse);
        }
    }

    private async Task Again(string step, TimeSpan every, Func<Task> act, CancellationToken stopping)
    {
        var well = true;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await act();
                if (!well)
                {
                    log.StepRecovered(step);
                }

                well = true;
            }
#pragma warning disable CA1031 // One bad turn must not end the loop; screens that get no pulse show it by themselves.
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                if (well)
                {
                    log.StepFailed(step, RetryAfter.TotalSeconds, failure);
                }

                well = false;
                instruments.LiveStepsFailed.Add(1, new KeyValuePair<string, object?>("step", step));
            }
#pragma warning restore CA1031
            await Task.Delay(well ? every : RetryAfter, clock, stopping);
        }
    }
}
