using Orleans.Storage;

namespace Monitor.Orleans.Tests.Conformance;

public sealed class StateTests : IAsyncLifetime
{
    private World _world = null!;

    private IStateGrain Grain => _world.Grain<IStateGrain>();

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Grain_without_a_record_starts_with_what_the_constructor_makes()
    {
        Assert.Equal(new Tally(), await Grain.Read());
        Assert.Equal("pieces", (await Grain.Read()).Unit);
        Assert.False(await Grain.HasRecord());
    }

    [Fact]
    public async Task State_survives_a_restart()
    {
        await Grain.Add(3);
        await Grain.Note("hello");
        await _world.RestartAsync();
        Assert.Equal(3, (await Grain.Read()).Sum);
        Assert.Equal("hello", await Grain.Notes());
        Assert.True(await Grain.HasRecord());
        Assert.Equal(7, (await Grain.Add(4)).Sum);
    }

    [Fact]
    public async Task State_that_was_not_written_is_not_kept()
    {
        await Grain.Read();
        await _world.StopHostAsync();
        Assert.Equal(0, _world.Storage.Count);
    }

    [Fact]
    public async Task Grains_of_other_keys_have_states_of_their_own()
    {
        await Grain.Add(3);
        Assert.Equal(0, (await _world.Grain<IStateGrain>("b").Read()).Sum);
    }

    [Fact]
    public async Task Two_writes_at_once_both_arrive()
    {
        Assert.Equal(4, (await Grain.AddTwice(2)).Sum);
        await _world.RestartAsync();
        Assert.Equal(4, (await Grain.Read()).Sum);
    }

    [Fact]
    public async Task Write_over_somebody_elses_fails_and_the_next_call_starts_from_the_store()
    {
        await Grain.Add(3);
        _world.Storage.TouchAll();
        await Assert.ThrowsAsync<InconsistentStateException>(() => Grain.Add(4));

        // The failed activation is gone with its unsaved sum.
        Assert.Equal(3, (await Grain.Read()).Sum);
        Assert.Equal(8, (await Grain.Add(5)).Sum);
    }

    [Fact]
    public async Task Cleared_state_is_blank_and_may_be_written_again()
    {
        await Grain.Add(3);
        await Grain.Clear();
        Assert.Equal(new Tally(), await Grain.Read());
        Assert.False(await Grain.HasRecord());
        Assert.Equal(2, (await Grain.Add(2)).Sum);
        await _world.RestartAsync();
        Assert.Equal(2, (await Grain.Read()).Sum);
    }
}
