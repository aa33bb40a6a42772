namespace Monitor.Orleans.Tests.Conformance;

public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private World _world = null!;

    private IReminderGrain Grain => _world.Grain<IReminderGrain>();

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Reminder_ticks_again_and_again_and_says_when()
    {
        var start = _world.Clock.GetUtcNow().UtcDateTime;
        await Grain.Register("tea", Minute, Minute * 2);
        await _world.AdvanceUntilSaid(Minute / 2, "reminded of tea");
        await _world.AdvanceUntilSaid(Minute / 2, "reminded of tea", times: 2);
        var status = await Grain.LastTick();
        Assert.Equal(start + Minute, status.FirstTickTime, TimeSpan.FromSeconds(1));
        Assert.Equal(Minute * 2, status.Period);
        Assert.True(status.CurrentTickTime >= start + (Minute * 3), $"{status}");
    }

    [Fact]
    public async Task Reminder_survives_a_restart_and_wakes_the_grain()
    {
        await Grain.Register("tea", Minute * 2, Minute * 2);
        await _world.RestartAsync();
        await _world.AdvanceUntilSaid(Minute, "reminded of tea");
        Assert.True(await Grain.Has("tea"));
    }

    [Fact]
    public async Task Ticks_missed_while_nothing_ran_are_lost()
    {
        await Grain.Register("tea", Minute, Minute);
        await _world.AdvanceUntilSaid(Minute, "reminded of tea");
        var before = _world.Script.Times("reminded of tea");
        await _world.StopHostAsync();
        _world.Clock.Advance(Minute * 100);
        await _world.StartHostAsync();
        await _world.AdvanceUntilSaid(Minute, "reminded of tea", before + 1);
        Assert.InRange(_world.Script.Times("reminded of tea"), before + 1, before + 50);
    }

    [Fact]
    public async Task Unregistered_reminder_is_gone_for_good()
    {
        await Grain.Register("tea", Minute, Minute);
        await Grain.Unregister("tea");
        Assert.False(await Grain.Has("tea"));
        await _world.RestartAsync();
        Assert.False(await Grain.Has("tea"));
        Assert.Equal(0, await Grain.Count());
    }

    [Fact]
    public async Task Reminder_of_the_same_name_replaces_the_old_one()
    {
        await Grain.Register("tea", TimeSpan.FromDays(1), TimeSpan.FromDays(1));
        await Grain.Register("tea", Minute, Minute);
        Assert.Equal(1, await Grain.Count());
        await _world.AdvanceUntilSaid(Minute, "reminded of tea");
    }

    [Theory]
    [InlineData(0, 59)]
    [InlineData(0, 0)]
    public async Task Period_under_a_minute_is_refused(int dueSeconds, int periodSeconds) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => Grain.Register("tea", TimeSpan.FromSeconds(dueSeconds), TimeSpan.FromSeconds(periodSeconds)));

    [Theory]
    [InlineData(-1, 60)]
    [InlineData(0, -1)]
    public async Task Negative_span_is_refused(int dueSeconds, int periodSeconds) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Grain.Register("tea", TimeSpan.FromSeconds(dueSeconds), TimeSpan.FromSeconds(periodSeconds)));
}
