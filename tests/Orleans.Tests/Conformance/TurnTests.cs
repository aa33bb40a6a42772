namespace Monitor.Orleans.Tests.Conformance;

public sealed class TurnTests : IAsyncLifetime
{
    private World _world = null!;

    private Script Script => _world.Script;

    private ITurnGrain Grain => _world.Grain<ITurnGrain>();

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Second_call_waits_until_the_first_has_ended_over_its_awaits()
    {
        var first = Grain.Hold("first");
        await Script.Said("first begins");
        var second = Grain.Hold("second");

        // The interleaving call was sent after the second one, so when it is answered the second had its chance.
        Assert.Equal("first", await Grain.Now());
        Assert.DoesNotContain("second begins", Script.Lines);

        Script.Open("second");
        Script.Open("first");
        await Task.WhenAll(first, second);
        Assert.Equal(["first begins", "first ends", "second begins", "second ends"], Script.Lines);
    }

    [Fact]
    public async Task Interleaving_call_runs_while_a_turn_waits()
    {
        var held = Grain.Hold("held");
        await Script.Said("held begins");
        var between = Grain.HoldInterleaved("between");
        await Script.Said("between begins");
        Assert.False(held.IsCompleted);

        Script.Open("between");
        await between;
        Assert.False(held.IsCompleted);
        Script.Open("held");
        await held;
    }

    [Fact]
    public async Task Ordinary_call_begins_while_an_interleaving_one_waits()
    {
        var between = Grain.HoldInterleaved("between");
        await Script.Said("between begins");
        Script.Open("ordinary");
        await Grain.Hold("ordinary");
        Script.Open("between");
        await between;
    }

    [Fact]
    public async Task Interleaving_calls_never_run_at_the_same_moment()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Grain.Work()));
        Assert.Empty(Script.Lines);
    }

    [Fact]
    public async Task Reading_calls_interleave_with_each_other_but_not_with_others()
    {
        var first = Grain.HoldReading("first");
        await Script.Said("first begins");
        var second = Grain.HoldReading("second");
        await Script.Said("second begins");
        var writing = Grain.Hold("writing");
        Assert.Equal("second", await Grain.Now());
        Assert.DoesNotContain("writing begins", Script.Lines);

        Script.Open("second");
        Script.Open("first");
        Script.Open("writing");
        await Task.WhenAll(first, second, writing);
    }

    [Fact]
    public async Task Two_grains_do_not_wait_for_each_other()
    {
        var a = _world.Grain<ITurnGrain>("a").Hold("a");
        await Script.Said("a begins");
        Script.Open("b");
        await _world.Grain<ITurnGrain>("b").Hold("b");
        Script.Open("a");
        await a;
    }

    [Fact]
    public async Task Caller_that_waits_too_long_gets_a_timeout_and_the_turn_goes_on()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Grain.HoldImpatiently("held"));
        Assert.Equal("held", await Grain.Now());
        Script.Open("held");
        await Script.Said("held ends");
    }

    [Fact]
    public async Task One_way_call_is_not_waited_for()
    {
        await Grain.Tell("told");
        await Script.Said("told begins");
        Script.Open("told");
        await Script.Said("told ends");
    }
}
