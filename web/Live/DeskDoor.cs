using Monitor.Grains;

namespace Monitor.Web.Live;

/// <summary>The way to the region's desk for questions that must be answered soon or not at all.</summary>
internal sealed class DeskDoor(IGrainFactory grains, RegionOptions region, TimeProvider clock)
{
    /// <summary>A desk that is silent for longer is not there; screens must see that: 2 s.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <exception cref="TimeoutException">The desk did not answer in time.</exception>
    public Task<DeskPulse> Pulse(CancellationToken cancel) =>
        grains.GetGrain<IDeskGrain>(region.Id).Pulse().WaitAsync(Patience, clock, cancel);

    /// <exception cref="TimeoutException">The desk did not answer in time.</exception>
    public Task<DeskSnapshot> Snapshot(CancellationToken cancel) =>
        grains.GetGrain<IDeskGrain>(region.Id).Snapshot().WaitAsync(Patience, clock, cancel);

    /// <exception cref="TimeoutException">The desk did not answer in time.</exception>
    public Task Subscribe(IDeskObserver observer, CancellationToken cancel) =>
        grains.GetGrain<IDeskGrain>(region.Id).Subscribe(observer).WaitAsync(Patience, clock, cancel);
}
