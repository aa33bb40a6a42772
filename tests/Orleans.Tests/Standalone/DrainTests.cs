namespace Monitor.Orleans.Tests.Standalone;

/// <summary>What a stopping process still does and what it refuses.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task Stopping_process_refuses_calls_from_outside_and_finishes_those_of_its_grains()
    {
        await using var world = await World.StartAsync();
        var slow = world.Grain<ISlowToLeaveGrain>("slow");
        await slow.Lives();
        var stopping = world.StopHostAsync();
        await world.Script.Said("slow wants to go");

        await Assert.ThrowsAsync<SiloUnavailableException>(slow.Lives);
        world.Script.Open("slow");
        await Script.InTime(stopping, "the host did not stop");
        await Assert.ThrowsAsync<SiloUnavailableException>(slow.Lives);
    }

    [Fact]
    public async Task Stopping_process_ticks_no_more()
    {
        await using var world = await World.StartAsync();
        await world.Grain<ITimerGrain>().Start(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), gate: null, interleave: true);
        var held = world.Grain<ITimerGrain>().Hold("held");
        await world.Script.Said("held begins");
        var stopping = world.StopHostAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.Script.Open("held");
        await held;
        await Script.InTime(stopping, "the host did not stop");
        Assert.DoesNotContain("tick begins", world.Script.Lines);
    }
}
