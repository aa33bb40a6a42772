namespace Monitor.Orleans.Tests.Grains;

/// <summary>A grain with one timer. A tick says "tick begins", waits at the gate if it was given one, and says "tick ends".</summary>
[Alias("tests.ITimerGrain")]
public interface ITimerGrain : IGrainWithStringKey
{
    [Alias("Start")]
    Task Start(TimeSpan dueTime, TimeSpan period, string? gate, bool interleave);

    /// <summary>Ticks fail after they began.</summary>
    [Alias("StartFailing")]
    Task StartFailing(TimeSpan period);

    [Alias("Change")]
    Task Change(TimeSpan dueTime, TimeSpan period);

    [Alias("Stop")]
    Task Stop();

    [Alias("Leave")]
    Task Leave();

    [Alias("Hold")]
    Task Hold(string gate);

    /// <summary>Comes after everything sent before it.</summary>
    [Alias("Settle")]
    Task Settle();
}

internal sealed class TimerGrain(Script script) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;

    public Task Start(TimeSpan dueTime, TimeSpan period, string? gate, bool interleave)
    {
        var options = new GrainTimerCreationOptions(dueTime, period) { Interleave = interleave };
        _timer = this.RegisterGrainTimer((gate, token) => Tick(gate), gate, options);
        return Task.CompletedTask;
    }

    public Task StartFailing(TimeSpan period)
    {
        _timer = this.RegisterGrainTimer(
            () =>
            {
                script.Say("tick begins");
                throw new InvalidOperationException("this tick fails");
            },
            period,
            period);
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan dueTime, TimeSpan period)
    {
        _timer!.Change(dueTime, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task Hold(string gate)
    {
        script.Say($"{gate} begins");
        await script.At(gate);
        script.Say($"{gate} ends");
    }

    public Task Settle() => Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        script.Say("gone");
        return Task.CompletedTask;
    }

    private async Task Tick(string? gate)
    {
        script.Say("tick begins");
        if (gate is not null)
        {
            await script.At(gate);
        }

        script.Say("tick ends");
    }
}
