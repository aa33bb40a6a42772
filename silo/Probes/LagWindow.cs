namespace Monitor.Silo.Probes;

/// <summary>How late probes started during the last minute, as its 99th percentile: two counts of buckets, the running half-minute and the one before.</summary>
internal sealed class LagWindow(TimeProvider clock)
{
    private static readonly int[] _boundsMs = [10, 25, 50, 100, 250, 500, 1000, 2000, 3000, 5000, 10_000, 30_000, 60_000, 300_000, int.MaxValue];
    private static readonly TimeSpan _half = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private int[] _running = new int[_boundsMs.Length];
    private int[] _before = new int[_boundsMs.Length];
    private DateTimeOffset _since = clock.GetUtcNow();

    /// <summary>The upper bound of the bucket that holds the 99th percentile, in milliseconds; 0 when nothing was probed.</summary>
    public int P99Ms
    {
        get
        {
            lock (_gate)
            {
                Turn();
                var counts = _running.Zip(_before, (a, b) => a + b).ToArray();
                var (left, bucket) = (counts.Sum() * 99L / 100, 0);
                while (bucket < counts.Length - 1 && left >= counts[bucket])
                {
                    left -= counts[bucket++];
                }

                return counts.Sum() == 0 ? 0 : _boundsMs[bucket];
            }
        }
    }

    public void Note(TimeSpan lag)
    {
        var ms = lag.TotalMilliseconds;
        lock (_gate)
        {
            Turn();
            _running[Array.FindIndex(_boundsMs, bound => ms <= bound)]++;
        }
    }

    private void Turn()
    {
        var now = clock.GetUtcNow();
        if (now - _since < _half)
        {
            return;
        }

        _before = now - _since < _half * 2 ? _running : new int[_boundsMs.Length];
        _running = new int[_boundsMs.Length];
        _since = now;
    }
}
