using System.Collections.Immutable;
using System.Threading.Channels;
using Monitor.Grains;
using Monitor.Rules.Desk;

namespace Monitor.Web.Live;

/// <summary>What reaches this node of the desk: changes as they are told, and its pulse.</summary>
internal abstract record Arrival
{
    private Arrival()
    {
    }

    public sealed record Told(ImmutableArray<DeskEvent> Events) : Arrival;

    public sealed record Beat(DeskPulse Pulse) : Arrival;
}

/// <summary>Hears the desk for this node and puts what it hears in a row.</summary>
internal sealed class DeskEar : IDeskObserver
{
    // When the row is full the newest is dropped: the next pulse shows the gap, and the ledger fills it.
    private readonly Channel<Arrival> row = Channel.CreateBounded<Arrival>(
        new BoundedChannelOptions(1_000) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    public void Changed(string region, ImmutableArray<DeskEvent> events) => row.Writer.TryWrite(new Arrival.Told(events));

    public void Beat(DeskPulse pulse) => row.Writer.TryWrite(new Arrival.Beat(pulse));

    public IAsyncEnumerable<Arrival> Hear(CancellationToken cancel) => row.Reader.ReadAllAsync(cancel);
}
