using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Standalone;

/// <summary>One grain in memory: made by its first call, gone after its last.</summary>
internal sealed class Activation(GrainId id, GrainClass grainClass, Activations home) : TurnQueue, IGrainContext
{
    private enum Stage { New, Activating, Active, Ending, Finishing, Gone }

    private readonly List<GrainTimer> _timers = [];
    private Stage _stage;
    private Grain? _grain;
    private AsyncServiceScope? _scope;
    private DeactivationReason? _reason;
    private TaskCompletionSource? _deactivated;
    private long _lastUsed = home.Clock.GetTimestamp();
    private DateTimeOffset _keptUntil;

    public GrainId GrainId => id;

    public GrainReference GrainReference => home.ReferenceTo(id, grainClass);

    public object? GrainInstance => _grain;

    public IServiceProvider ActivationServices => _scope!.Value.ServiceProvider;

    public Task Deactivated
    {
        get
        {
            lock (Gate)
            {
                _deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_stage == Stage.Gone)
                {
                    _deactivated.TrySetResult();
                }

                return _deactivated.Task;
            }
        }
    }

    public override string ToString() => $"Grain {id}";

    protected override object Target => _grain!;

    /// <summary>Takes a turn, or answers false when the activation is gone and another must be made.</summary>
    public bool TryAdd(Turn turn)
    {
        lock (Gate)
        {
            if (_stage == Stage.Gone)
            {
                return false;
            }

            Use(turn);
            Add(turn);
            if (_stage == Stage.New)
            {
                _stage = Stage.Activating;
                Post(static activation => _ = ((Activation)activation!).ActivateAsync(), this);
            }

            return true;
        }
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (Gate)
        {
            _reason ??= deactivationReason;
            if (_stage != Stage.Active)
            {
                return;
            }

            _stage = Stage.Ending;
            IsOpen = false;
        }

        StopTimers();
        FinishIfQuiet();
    }

    /// <summary>Ends the activation when it was not used for longer than its class allows.</summary>
    public void DeactivateIfIdle()
    {
        bool isIdle;
        lock (Gate)
        {
            isIdle = _stage == Stage.Active && !IsRunning && !HasWaiting
                && home.Clock.GetElapsedTime(_lastUsed) >= grainClass.CollectionAge(home.Options) && home.Clock.GetUtcNow() >= _keptUntil;
        }

        if (isIdle)
        {
            Deactivate(new(DeactivationReasonCode.ActivationIdle, "The grain was not used for longer than its class allows."));
        }
    }

    public void DelayDeactivation(TimeSpan span) => _keptUntil =
        span == TimeSpan.MaxValue || span == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue
        : span <= TimeSpan.Zero ? default
        : home.Clock.GetUtcNow() + span;

    public GrainTimer AddTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options, home);
        lock (Gate)
        {
            _timers.Add(timer);
        }

        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void Forget(GrainTimer timer)
    {
        lock (Gate)
        {
            _timers.Remove(timer);
        }
    }

    protected override void OnEnded(Turn turn, Exception? failure)
    {
        lock (Gate)
        {
            Use(turn);
        }

        if (failure is InconsistentStateException)
        {
            Deactivate(new(DeactivationReasonCode.ApplicationError, failure, "Somebody else wrote the state."));
        }

        FinishIfQuiet();
    }

    private async Task ActivateAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(home.Options.ActivationTimeout, home.Clock);
            _scope = home.Services.CreateAsyncScope();
            (_grain, var states) = grainClass.Create(ActivationServices, id);
            foreach (var state in states)
            {
                await state.ReadStateAsync(timeout.Token);
            }

            await _grain.OnActivateAsync(timeout.Token);
        }
#pragma warning disable CA1031 // Whatever stopped the activation belongs to the callers that wait for it.
        catch (Exception failure)
        {
            home.Log.ActivationFailed(failure, id);
            await EndAsync(failure);
            return;
        }
#pragma warning restore CA1031

        DeactivationReason? early;
        lock (Gate)
        {
            _stage = Stage.Active;
            early = _reason;
            if (early is null)
            {
                Open();
            }
        }

        if (early is { } asked)
        {
            Deactivate(asked);
        }
    }

    private void FinishIfQuiet()
    {
        lock (Gate)
        {
            if (_stage == Stage.Ending && !IsRunning)
            {
                _stage = Stage.Finishing;
                Post(static activation => _ = ((Activation)activation!).FinishAsync(), this);
            }
        }
    }

    private async Task FinishAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(home.Options.DeactivationTimeout, home.Clock);
            await _grain!.OnDeactivateAsync(_reason!.Value, timeout.Token);
        }
#pragma warning disable CA1031 // The grain goes either way; its failure is worth a line, not a crash.
        catch (Exception failure)
        {
            home.Log.DeactivationFailed(failure, id);
        }
#pragma warning restore CA1031

        await EndAsync(null);
    }

    private async Task EndAsync(Exception? failure)
    {
        StopTimers();
        await DisposeAsync();
        home.Remove(this);
        Turn[] left;
        lock (Gate)
        {
            _stage = Stage.Gone;
            left = TakeWaiting();
            _deactivated?.TrySetResult();
        }

        foreach (var turn in left)
        {
            Pass(turn, failure);
        }
    }

    private async Task DisposeAsync()
    {
        try
        {
            if (_grain is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
            else
            {
                (_grain as IDisposable)?.Dispose();
            }

            await (_scope?.DisposeAsync() ?? default);
        }
#pragma warning disable CA1031 // As above: an activation that could not end would hold its callers forever.
        catch (Exception failure)
        {
            home.Log.DeactivationFailed(failure, id);
        }
#pragma warning restore CA1031
    }

    /// <summary>Calls that came too late go to the next activation; those that waited for a failed one get its failure.</summary>
    private void Pass(Turn turn, Exception? failure)
    {
        if (failure is not null)
        {
            turn.Fail(failure);
        }
        else if (!turn.IsAbandoned)
        {
            home.Send(id, turn);
        }
    }

    private void StopTimers()
    {
        GrainTimer[] stopped;
        lock (Gate)
        {
            stopped = [.. _timers];
        }

        foreach (var timer in stopped)
        {
            timer.Dispose();
        }
    }

    private void Use(Turn turn)
    {
        if (turn.Wakes)
        {
            _lastUsed = home.Clock.GetTimestamp();
        }
    }
}
