using System.Collections.Immutable;

namespace Monitor.Grains;

/// <summary>The collectors' life signs. Kept in memory only: after a restart they come again within 5 s.</summary>
internal sealed class CollectorBoard
{
    /// <summary>Silent for so long, a collector's targets no longer count as fresh.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(12);

    /// <summary>Silent for so long, a collector is taken off the board; its end has been seen by then.</summary>
    private static readonly TimeSpan Gone = TimeSpan.FromMinutes(10);

    private ImmutableSortedDictionary<string, CollectorBeat> _beats =
        ImmutableSortedDictionary<string, CollectorBeat>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Targets that are to be watched, as the register says.</summary>
    public int Watched { get; set; }

    public void Hear(CollectorBeat beat) => _beats = _beats
        .RemoveRange(_beats.Values.Where(b => beat.At - b.At > Gone).Select(b => b.Name))
        .SetItem(beat.Name, beat);

    public DeskPulse Pulse(string region, long epoch, long head, DateTimeOffset now)
    {
        var fresh = _beats.Values.Where(b => now - b.At <= Silent && b.Sighted).Sum(b => b.Fresh);
        return new DeskPulse(region, epoch, head, now, [.. _beats.Values], Watched, Math.Min(fresh, Watched));
    }
}
