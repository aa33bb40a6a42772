namespace Monitor.Silo.Probes.Visits;

/// <summary>The moment by which a probe must be done, told apart from our own shutdown.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenRegistration _stopping;
    private readonly CancellationToken _stop;

    public Deadline(TimeSpan left, TimeProvider clock, CancellationToken stop)
    {
        _stop = stop;
        _timer = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);
        _stopping = stop.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _timer);
    }

    /// <summary>Cancelled at the deadline and at shutdown.</summary>
    public CancellationToken Token => _timer.Token;

    /// <summary>True when time ran out; false when we are stopping.</summary>
    public bool Passed => _timer.IsCancellationRequested && !_stop.IsCancellationRequested;

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();
    }
}
