namespace Monitor.Orleans.Tests.Conformance;

public sealed class CallTests : IAsyncLifetime
{
    private World _world = null!;

    private ICallGrain Grain => _world.Grain<ICallGrain>();

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Argument_and_result_pass_through()
    {
        Assert.Equal(new Word("网站"), await Grain.Echo(new Word("网站")));
        Assert.Null(await Grain.Echo(null));
    }

    [Fact]
    public async Task Constructor_gets_keyed_services() => Assert.Equal("good day", await Grain.Greeting());

    [Fact]
    public async Task Exception_reaches_the_caller_with_its_stack()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Fail("no luck"));
        Assert.Equal("no luck", failure.Message);
        Assert.Contains("CallGrain.Fail", failure.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_before_the_first_await_reaches_the_caller_through_the_task()
    {
        var call = Grain.FailAtOnce("no luck");
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => call);
        Assert.Equal("no luck", failure.Message);
    }

    [Fact]
    public async Task Exception_passes_through_a_grain_in_between()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.FailThrough("b", "no luck"));
        Assert.Equal("no luck", failure.Message);
        Assert.Contains("CallGrain.FailThrough", failure.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grain_goes_on_after_an_exception()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Fail("no luck"));
        Assert.Equal(new Word("still here"), await Grain.Echo(new Word("still here")));
    }

    [Fact]
    public async Task Cancellation_reaches_the_grain_and_comes_back_as_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        var call = Grain.WaitForCancellation("one", cancel.Token);
        await _world.Script.Said("one waits");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.True(call.IsCanceled);
        await _world.Script.Said("one heard");
    }

    [Fact]
    public async Task Call_cancelled_before_it_is_made_never_begins()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Grain.WaitForCancellation("one", new CancellationToken(true)));
        await Grain.Echo(null);
        Assert.Empty(_world.Script.Lines);
    }

    [Fact]
    public async Task Call_cancelled_while_it_waits_for_its_turn_never_begins()
    {
        using var release = new CancellationTokenSource();
        using var cancel = new CancellationTokenSource();
        var first = Grain.WaitForCancellation("first", release.Token);
        await _world.Script.Said("first waits");
        var second = Grain.WaitForCancellation("second", cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await release.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Grain.Echo(null);
        Assert.DoesNotContain("second waits", _world.Script.Lines);
    }

    [Fact]
    public async Task References_to_the_same_grain_are_equal()
    {
        Assert.Equal(Grain, _world.Grain<ICallGrain>());
        Assert.Equal(Grain.GetHashCode(), _world.Grain<ICallGrain>().GetHashCode());
        Assert.NotEqual(Grain, _world.Grain<ICallGrain>("b"));
        Assert.Equal(Grain, await Grain.Myself());
    }

    [Fact]
    public async Task Reference_knows_its_key()
    {
        Assert.Equal("site/政府", _world.Grain<ICallGrain>("site/政府").GetPrimaryKeyString());
        Assert.Equal("site/政府", (await _world.Grain<ICallGrain>("site/政府").Myself()).GetPrimaryKeyString());
    }

    [Fact]
    public void Grain_type_is_the_class_name_without_its_ending() =>
        Assert.Equal("call/a", Grain.GetGrainId().ToString());

    [Fact]
    public void Interface_without_a_class_is_refused() =>
        Assert.Throws<ArgumentException>(() => _world.Grain<INobodysGrain>());
}

/// <summary>An interface no class implements.</summary>
[Alias("tests.INobodysGrain")]
public interface INobodysGrain : IGrainWithStringKey;
