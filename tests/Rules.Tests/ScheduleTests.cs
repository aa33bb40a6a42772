namespace Monitor.Rules.Tests;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, ChinaTime.Offset);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    [Fact]
    public void Next_settles_at_one_interval_after_the_first_round()
    {
        var first = Now + Schedule.Next("5304020001", Interval, Now, 0.5);
        Assert.Equal(Interval, Schedule.Next("5304020001", Interval, first, 0.5));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Next_leaves_half_an_interval_of_rest_and_stays_within_the_promise(double chance)
    {
        foreach (var id in Ids(200))
        {
            var wait = Schedule.Next(id, Interval, Now, chance);
            Assert.InRange(wait, Interval * 0.45, Interval * 1.55);
        }
    }

    [Fact]
    public void Next_jitters_around_the_due_moment_by_ten_seconds_at_most()
    {
        var wait = Schedule.Next("5304020001", TimeSpan.FromDays(1), Now, 0.5);
        Assert.Equal(TimeSpan.FromSeconds(-10), Schedule.Next("5304020001", TimeSpan.FromDays(1), Now, 0) - wait);
    }

    [Fact]
    public void Phases_of_neighbouring_ids_are_spread_evenly()
    {
        var tenths = Ids(10_000).GroupBy(id => (int)(Schedule.Phase(id, Interval) / Interval * 10)).ToList();
        Assert.Equal(10, tenths.Count);
        Assert.All(tenths, t => Assert.InRange(t.Count(), 850, 1_150));
    }

    [Fact]
    public void Phase_is_the_same_in_every_process() =>
        Assert.Equal(Schedule.Phase("5304020001", Interval), Schedule.Phase(new string("5304020001".ToCharArray()), Interval));

    [Fact]
    public void First_looks_after_a_start_fill_the_spread()
    {
        var spread = TimeSpan.FromSeconds(8);
        var firsts = Ids(1_000).Select(id => Schedule.First(id, spread)).ToList();
        Assert.All(firsts, f => Assert.InRange(f, TimeSpan.Zero, spread));
        Assert.True(firsts.Max() - firsts.Min() > spread * 0.95);
    }

    [Theory]
    [InlineData(0.0, 10)]
    [InlineData(0.5, 20)]
    [InlineData(1.0, 30)]
    public void Second_look_comes_ten_to_thirty_seconds_later(double chance, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Schedule.Confirm(RuleSet.National2019, chance));

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(0, count).Select(n => $"{5304020000L + n}");
}
