using Monitor.Grains;
using Monitor.Web.Wire;

namespace Monitor.Web.Live;

/// <summary>A snapshot whose alarms are already written as JSON.</summary>
internal sealed record SnapshotFrame(DeskPulse Pulse, Frame Alarms);

/// <summary>Writes ten thousand alarms once, although two hundred screens ask for them after a restart. Only the pulse is new each time.</summary>
internal sealed class SnapshotFrames
{
    // Replaced whole; two that write the same at the same time only waste a little.
    private volatile Written? last;

    public SnapshotFrame Of(DeskSnapshot snapshot)
    {
        // Every change of an alarm has a number of its own, so the same head means the same alarms.
        var (epoch, head) = (snapshot.Pulse.Epoch, snapshot.Pulse.HeadSeq);
        if (last is not { } known || known.Epoch != epoch || known.Head != head)
        {
            last = known = new(epoch, head, Frame.Of(snapshot.Alarms));
        }

        return new(snapshot.Pulse, known.Alarms);
    }

    private sealed record Written(long Epoch, long Head, Frame Alarms);
}
