using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>A timer of a grain, which is also the turn of its ticks: there is never more than one of them.</summary>
internal sealed class GrainTimer : Turn, IGrainTimer
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Activation activation;
    private readonly Func<CancellationToken, Task> callback;
    private readonly Activations home;
    private readonly ITimer timer;
    private TimeSpan dueTime;
    private TimeSpan period;
    private bool isChanged;
    private bool isFiring;

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options, Activations home)
    {
        (this.activation, this.callback, this.home) = (activation, callback, home);
        (Interleaves, Wakes) = (options.Interleave, options.KeepAlive);
        using var nothingFlows = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        timer = home.Clock.CreateTimer(static timer => ((GrainTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override bool IsAbandoned => stopping.IsCancellationRequested || home.IsDraining;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Limits.RequireTimerSpan(dueTime, nameof(dueTime));
        Limits.RequireTimerSpan(period, nameof(period));
        (this.dueTime, this.period, isChanged) = (dueTime, period, true);
        if (!Volatile.Read(ref isFiring))
        {
            timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        stopping.Cancel();
        timer.Dispose();
        activation.Forget(this);
    }

    public override async ValueTask<Exception?> RunAsync(object target)
    {
        isChanged = false;
        try
        {
            await callback(stopping.Token);
            return null;
        }
#pragma warning disable CA1031 // A tick that fails must not end the ticking: the next one may succeed.
        catch (Exception failure)
        {
            if (!IsAbandoned)
            {
                home.Log.TickFailed(failure, activation.GrainId);
            }

            return failure;
        }
#pragma warning restore CA1031
        finally
        {
            Volatile.Write(ref isFiring, false);
            if (!stopping.IsCancellationRequested)
            {
                timer.Change(isChanged ? dueTime : period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>A tick has no caller to tell.</summary>
    public override void Fail(Exception reason)
    {
    }

    private void Fire()
    {
        if (!IsAbandoned && !Interlocked.Exchange(ref isFiring, true))
        {
            activation.TryAdd(this);
        }
    }
}
