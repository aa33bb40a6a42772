using Monitor.Grains;

namespace Monitor.Silo.Store;

/// <summary>One look waiting for the disk.</summary>
internal readonly record struct Look(string Target, Sample Sample, TargetLatest Latest);

/// <summary>What was measured and is not on disk yet. Bounded: when the disk is away for long, the oldest go and are counted.</summary>
internal sealed class HistoryBuffer(int bound)
{
    private readonly Lock gate = new();
    private readonly Queue<Look> waiting = new();
    private List<Look> leaving = [];
    private long dropped;

    /// <summary>Looks lost for want of room, since the start.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Looks held now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return waiting.Count + leaving.Count;
            }
        }
    }

    public void Add(Look look)
    {
        lock (gate)
        {
            if (waiting.Count + leaving.Count >= bound)
            {
                Interlocked.Increment(ref dropped);
                if (!waiting.TryDequeue(out _))
                {
                    return;
                }
            }

            waiting.Enqueue(look);
        }
    }

    /// <summary>The next looks to write, oldest first. They stay readable here, and are given again, until <see cref="Written"/>.</summary>
    public IReadOnlyList<Look> Next(int most)
    {
        lock (gate)
        {
            if (leaving.Count == 0 && waiting.Count > 0)
            {
                var next = new List<Look>(Math.Min(most, waiting.Count));
                while (next.Count < most && waiting.TryDequeue(out var look))
                {
                    next.Add(look);
                }

                leaving = next;
            }

            return leaving;
        }
    }

    /// <summary>What was last given is on disk.</summary>
    public void Written()
    {
        lock (gate)
        {
            leaving = [];
        }
    }

    /// <summary>What is held of one target, oldest first.</summary>
    public List<Sample> Of(string target)
    {
        lock (gate)
        {
            return [.. leaving.Concat(waiting).Where(l => l.Target == target).Select(l => l.Sample)];
        }
    }
}
