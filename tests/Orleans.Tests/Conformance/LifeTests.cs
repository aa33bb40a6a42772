namespace Monitor.Orleans.Tests.Conformance;

public sealed class LifeTests : IAsyncLifetime
{
    private World _world = null!;

    private Script Script => _world.Script;

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Reference_alone_activates_nothing_and_calls_activate_once()
    {
        var grain = _world.Grain<IMortalGrain>();
        Assert.Empty(Script.Lines);
        Assert.Equal(1, await grain.Lives());
        Assert.Equal(1, await grain.Lives());
        Assert.Equal(["a comes"], Script.Lines);
    }

    [Fact]
    public async Task Grain_that_asked_to_leave_goes_and_the_next_call_makes_a_new_one()
    {
        var grain = _world.Grain<IMortalGrain>();
        await grain.Leave();
        await Script.Said("a goes: ApplicationRequested");
        Assert.Equal(2, await grain.Lives());
    }

    [Fact]
    public async Task Grain_is_disposed_after_it_went()
    {
        await _world.Grain<IFaithfulGrain>().Leave();
        await Script.Said("faithful disposed");
        Assert.Equal(["a comes", "a goes: ApplicationRequested", "faithful disposed"], Script.Lines);
    }

    [Fact]
    public async Task Call_during_deactivation_waits_for_the_next_activation()
    {
        var grain = _world.Grain<ISlowToLeaveGrain>();
        await grain.Leave();
        await Script.Said("a wants to go");
        var call = grain.Lives();
        Script.Open("a");
        Assert.Equal(2, await call);
        Assert.Equal(["a comes", "a wants to go", "a goes: ApplicationRequested", "a comes"], Script.Lines);
    }

    [Fact]
    public async Task Failed_activation_fails_the_call_and_the_next_call_tries_anew()
    {
        var grain = _world.Grain<IFragileGrain>();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var failure = await Assert.ThrowsAsync<InvalidOperationException>(grain.Lives);
            Assert.Equal("not yet", failure.Message);
        }

        Assert.Equal(3, await grain.Lives());
        Assert.DoesNotContain(Script.Lines, l => l.Contains("goes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Idle_grain_is_collected_and_comes_back_when_called()
    {
        var grain = _world.Grain<IMortalGrain>();
        await grain.Lives();
        await _world.Host.CollectIdleAsync();
        await Script.Said("a goes: ActivationIdle");
        Assert.Equal(2, await grain.Lives());
    }

    [Fact]
    public async Task Grain_that_is_always_active_is_never_collected()
    {
        await _world.Grain<IFaithfulGrain>("faithful").Lives();
        await _world.Grain<IMortalGrain>("idle").Lives();
        await _world.Host.CollectIdleAsync();
        await Script.Said("idle goes: ActivationIdle");
        Assert.Equal(1, await _world.Grain<IFaithfulGrain>("faithful").Lives());
    }

    [Fact]
    public async Task Grain_that_delayed_its_deactivation_is_not_collected_until_it_takes_that_back()
    {
        var grain = _world.Grain<IMortalGrain>("staying");
        await grain.StayFor(TimeSpan.FromHours(5));
        await _world.Grain<IMortalGrain>("idle").Lives();
        await _world.Host.CollectIdleAsync();
        await Script.Said("idle goes: ActivationIdle");
        Assert.Equal(1, await grain.Lives());

        await grain.StayFor(TimeSpan.Zero);
        await _world.Host.CollectIdleAsync();
        await Script.Said("staying goes: ActivationIdle");
    }

    [Fact]
    public async Task Busy_grain_is_not_collected()
    {
        var busy = _world.Grain<IMortalGrain>("busy").Hold("gate");
        await Script.Said("gate begins");
        await _world.Grain<IMortalGrain>("idle").Lives();
        await _world.Host.CollectIdleAsync();
        await Script.Said("idle goes: ActivationIdle");
        Script.Open("gate");
        await busy;
        Assert.Equal(1, await _world.Grain<IMortalGrain>("busy").Lives());
    }

    [Fact]
    public async Task Stopping_the_host_waits_for_running_turns_and_then_for_deactivation()
    {
        var busy = _world.Grain<ISlowToLeaveGrain>("slow").Hold("gate");
        await Script.Said("gate begins");
        await _world.Grain<IMortalGrain>("idle").Lives();

        var stopping = _world.StopHostAsync();
        await Script.Said("idle goes: ShuttingDown");
        Assert.False(stopping.IsCompleted);
        Script.Open("gate");
        await busy;
        await Script.Said("slow wants to go");
        Assert.False(stopping.IsCompleted);
        Script.Open("slow");
        await Script.InTime(stopping, "the host did not stop");
        Assert.Equal("slow goes: ShuttingDown", Script.Lines[^1]);
    }
}
