namespace Monitor.Orleans.Tests.Conformance;

public sealed class TimerTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private World _world = null!;

    private Script Script => _world.Script;

    private ITimerGrain Grain => _world.Grain<ITimerGrain>();

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Timer_ticks_when_due_and_then_every_period()
    {
        await Grain.Start(Minute * 2, Minute * 5, gate: null, interleave: false);
        await Pass(Minute);
        Assert.Equal(0, Script.Times("tick begins"));
        await PassToTick(Minute, 1);
        await Pass(Minute * 4);
        Assert.Equal(1, Script.Times("tick begins"));
        await PassToTick(Minute, 2);
    }

    [Fact]
    public async Task Timer_without_period_ticks_once()
    {
        await Grain.Start(Minute, Timeout.InfiniteTimeSpan, gate: null, interleave: false);
        await PassToTick(Minute, 1);
        await Pass(Minute * 60);
        Assert.Equal(1, Script.Times("tick begins"));
    }

    [Fact]
    public async Task Tick_waits_for_the_running_turn_to_end()
    {
        await Grain.Start(Minute, Minute, gate: null, interleave: false);
        var held = Grain.Hold("held");
        await Script.Said("held begins");
        _world.Clock.Advance(Minute);
        Script.Open("held");
        await held;
        await Script.Said("tick ends");
        Assert.Equal(["held begins", "held ends", "tick begins", "tick ends"], Script.Lines);
    }

    [Fact]
    public async Task Interleaving_tick_runs_between_the_parts_of_a_turn()
    {
        await Grain.Start(Minute, Minute, gate: null, interleave: true);
        var held = Grain.Hold("held");
        await Script.Said("held begins");
        _world.Clock.Advance(Minute);
        await Script.Said("tick ends");
        Script.Open("held");
        await held;
    }

    [Fact]
    public async Task Call_waits_for_the_running_tick_to_end()
    {
        await Grain.Start(Minute, Minute, gate: "tick gate", interleave: false);
        _world.Clock.Advance(Minute);
        await Script.Said("tick begins");
        Script.Open("call");
        var call = Grain.Hold("call");
        Script.Open("tick gate");
        await call;
        Assert.Equal(["tick begins", "tick ends", "call begins", "call ends"], Script.Lines);
    }

    [Fact]
    public async Task Timer_does_not_overlap_itself()
    {
        await Grain.Start(Minute, Minute, gate: "tick gate", interleave: true);
        _world.Clock.Advance(Minute);
        await Script.Said("tick begins");
        await Pass(Minute * 10);
        Assert.Equal(1, Script.Times("tick begins"));
        Script.Open("tick gate");
        await Script.Said("tick ends");

        // The next one comes a period after the end, not ten at once.
        await Pass(TimeSpan.Zero);
        await PassToTick(Minute, 2);
        await Pass(Minute / 2);
        Assert.Equal(2, Script.Times("tick begins"));
    }

    [Fact]
    public async Task Disposed_timer_ticks_no_more()
    {
        await Grain.Start(Minute, Minute, gate: null, interleave: false);
        await PassToTick(Minute, 1);
        await Grain.Stop();
        await Pass(Minute * 10);
        Assert.Equal(1, Script.Times("tick begins"));
    }

    [Fact]
    public async Task Tick_that_waited_while_its_timer_was_disposed_is_not_run()
    {
        await Grain.Start(Minute, Minute, gate: null, interleave: false);
        var held = Grain.Hold("held");
        await Script.Said("held begins");
        var stopped = Grain.Stop();
        _world.Clock.Advance(Minute);
        Script.Open("held");
        await Task.WhenAll(held, stopped);
        await Grain.Settle();
        Assert.DoesNotContain("tick begins", Script.Lines);
    }

    [Fact]
    public async Task Timer_of_a_deactivated_grain_ticks_no_more()
    {
        await Grain.Start(Minute, Minute, gate: null, interleave: false);
        await Grain.Leave();
        await Script.Said("gone");
        await Pass(Minute * 10);
        Assert.DoesNotContain("tick begins", Script.Lines);
    }

    [Fact]
    public async Task Changed_timer_ticks_by_its_new_times()
    {
        await Grain.Start(Minute * 30, Minute * 30, gate: null, interleave: false);
        await Grain.Change(Minute, Minute * 2);
        await PassToTick(Minute, 1);
        await PassToTick(Minute * 2, 2);
    }

    [Fact]
    public async Task Failing_tick_does_not_end_the_ticking()
    {
        await Grain.StartFailing(Minute);
        for (var tick = 1; tick <= 3; tick++)
        {
            _world.Clock.Advance(Minute);
            await Script.Said("tick begins", tick);
            await Grain.Settle();
        }
    }

    [Fact]
    public async Task Time_beyond_the_platforms_timers_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Grain.Start(TimeSpan.FromDays(60), Minute, gate: null, interleave: false));

    /// <summary>Moves the clock, and then lets the grain do what that caused.</summary>
    private async Task Pass(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await Grain.Settle();
    }

    private async Task PassToTick(TimeSpan time, int tick)
    {
        _world.Clock.Advance(time);
        await Script.Said("tick ends", tick);
        await Grain.Settle();
    }
}
