using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>A timer of a grain, which is also the turn of its ticks: there is never more than one of them.</summary>
internal sealed class GrainTimer : Turn, IGrainTimer
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly Activations _home;
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _isChanged;
    private bool _isFiring;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, Activations home)
    {
        (_activation, _callback, _home) = (activation, callback, home);
        (Interleaves, Wakes) = (options.Interleave, options.KeepAlive);
        using var nothingFlows = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        _timer = home.Clock.CreateTimer(static timer => ((GrainTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override bool IsAbandoned => _stopping.IsCancellationRequested || _home.IsDraining;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Limits.RequireTimerSpan(dueTime, nameof(dueTime));
        Limits.RequireTimerSpan(period, nameof(period));
        (_dueTime, _period, _isChanged) = (dueTime, period, true);
        if (!Volatile.Read(ref _isFiring))
        {
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _activation.Forget(this);
        try
        {
            _stopping.Cancel();
        }
        catch (AggregateException failure)
        {
            // What the grain hung on its token failed; the timer is stopped all the same, and so must the activation be.
            _home.Log.TickFailed(failure, _activation.GrainId);
        }
    }

    public override async ValueTask<Exception?> RunAsync(object target)
    {
        _isChanged = false;
        try
        {
            await _callback(_stopping.Token);
            return null;
        }
#pragma warning disable CA1031 // A tick that fails must not end the ticking: the next one may succeed.
        catch (Exception failure)
        {
            if (!IsAbandoned)
            {
                _home.Log.TickFailed(failure, _activation.GrainId);
            }

            return failure;
        }
#pragma warning restore CA1031
        finally
        {
            Volatile.Write(ref _isFiring, false);
            if (!_stopping.IsCancellationRequested)
            {
                _timer.Change(_isChanged ? _dueTime : _period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>A tick has no caller to tell.</summary>
    public override void Fail(Exception reason)
    {
    }

    private void Fire()
    {
        if (!IsAbandoned && !Interlocked.Exchange(ref _isFiring, true))
        {
            _activation.TryAdd(this);
        }
    }
}
