using System.Collections.Concurrent;
using Monitor.Grains;

namespace Monitor.Silo.Watching;

/// <summary>What this node watches, with each target's last look: the ground of every "fresh" that is shown.</summary>
internal sealed class Watchlist : IWatchlist
{
    private readonly ConcurrentDictionary<string, WatchMark> _marks = new();

    public void Note(string target, WatchMark? mark)
    {
        if (mark is { } known)
        {
            _marks[target] = known;
        }
        else
        {
            _marks.TryRemove(target, out _);
        }
    }

    /// <summary>Targets and fresh ones of a region at a moment.</summary>
    public (int Targets, int Fresh) Count(string region, DateTimeOffset now)
    {
        var (targets, fresh) = (0, 0);
        foreach (var (_, mark) in _marks)
        {
            if (mark.Region == region)
            {
                targets++;
                fresh += mark.IsFresh(now) ? 1 : 0;
            }
        }

        return (targets, fresh);
    }
}
