namespace Monitor.Silo.Probes.Politeness;

/// <summary>Lets a few probes through per host and a bounded number in all. Who waits holds no place of those who need not.</summary>
internal sealed class Turnstile(ProbeOptions options) : IDisposable
{
    private readonly SemaphoreSlim _all = new(options.MaxConcurrent);
    private readonly Dictionary<HostKey, Gate> _gates = [];
    private readonly Lock _lock = new();

    /// <summary>How many hosts are being probed or waited for; for tests.</summary>
    public int Hosts
    {
        get
        {
            lock (_lock)
            {
                return _gates.Count;
            }
        }
    }

    /// <summary>Waits for a turn. Disposing the place ends it.</summary>
    public async ValueTask<Place> Enter(HostKey host, CancellationToken cancel)
    {
        var gate = Take(host);
        try
        {
            await gate.Free.WaitAsync(cancel);
        }
        catch
        {
            Drop(host, gate);
            throw;
        }

        try
        {
            await _all.WaitAsync(cancel);
        }
        catch
        {
            gate.Free.Release();
            Drop(host, gate);
            throw;
        }

        return new(this, host, gate);
    }

    public void Dispose() => _all.Dispose();

    private Gate Take(HostKey host)
    {
        lock (_lock)
        {
            if (!_gates.TryGetValue(host, out var gate))
            {
                _gates.Add(host, gate = new(options.PerHost));
            }

            gate.Users++;
            return gate;
        }
    }

    private void Drop(HostKey host, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(host);
            }
        }
    }

    private void Leave(HostKey host, Gate gate)
    {
        _all.Release();
        gate.Free.Release();
        Drop(host, gate);
    }

    /// <summary>A turn taken. Dispose it exactly once.</summary>
    internal readonly struct Place(Turnstile owner, HostKey host, Gate gate) : IDisposable
    {
        public void Dispose() => owner.Leave(host, gate);
    }

    internal sealed class Gate(int places)
    {
        public SemaphoreSlim Free { get; } = new(places);

        public int Users { get; set; }
    }
}
