using FsCheck;
using FsCheck.Fluent;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Sites;

public sealed class AccessTestTests
{
    private static readonly RuleSet Rules = RuleSet.National2019;
    private static readonly Look Opened = new Look.Opened();
    private static readonly Look Failed = new Look.Failed(Some.Failure(FailureClass.Timeout));

    [Fact]
    public void Seven_of_140_are_a_veto_and_six_are_not()
    {
        Assert.Equal((140, 7, AccessStanding.Veto), Sum(Week(7), Some.Time("23:59", 7)));
        Assert.Equal((140, 6, AccessStanding.BelowVeto), Sum(Week(6), Some.Time("23:59", 7)));
    }

    [Fact]
    public void Seven_failures_are_a_veto_while_the_last_day_is_young() =>
        Assert.Equal((121, 7, AccessStanding.Veto), Sum(Week(7, slots: 121), Some.Time("00:30", 7)));

    [Fact]
    public void Six_failures_of_120_are_no_veto_though_they_are_five_percent_so_far() =>
        Assert.Equal((120, 6, AccessStanding.BelowVeto), Sum(Week(6, slots: 120), Some.Time("00:30", 7)));

    [Fact]
    public void Failures_that_left_the_week_count_no_more()
    {
        var week = Week(7, slots: 160);
        Assert.Equal((140, 0, AccessStanding.BelowVeto), Sum(week, Some.Time("23:59", 8)));
    }

    [Fact]
    public void Slot_counts_its_first_usable_look_only()
    {
        var week = Count(AccessWeek.Empty, Failed, "00:00:01");
        Assert.Same(week, Count(week, Opened, "00:00:20"));
        Assert.Same(week, Count(week, Failed, "01:11:59"));

        var next = Count(week, Opened, "01:12:00");
        Assert.Equal(new AccessDay(new(2026, 11, 20), 1, 2, 1), Assert.Single(next.Days));
    }

    [Fact]
    public void Day_has_twenty_slots_from_midnight_to_midnight_in_Shanghai()
    {
        Assert.Equal(0, AccessTally.Slot(Some.Time("00:00"), Rules));
        Assert.Equal(19, AccessTally.Slot(Some.Time("23:59:59"), Rules));
        Assert.Equal(0, AccessTally.Slot(Some.Time("00:00").ToUniversalTime(), Rules));
    }

    [Fact]
    public void Looks_that_say_nothing_leave_the_slot_open()
    {
        var week = Count(AccessWeek.Empty, new Look.Blocked(Some.Failure(FailureClass.Blocked)), "08:00");
        week = Count(week, new Look.Refused(Some.Failure(FailureClass.AddressRefused)), "08:01");
        week = Count(week, new Look.Blind(), "08:02");
        week = AccessTestRule.Count(week, Failed, Some.Time("08:03"), inMaintenance: true, Rules);
        Assert.Same(AccessWeek.Empty, week);

        Assert.Single(Count(week, Opened, "08:04").Days);
    }

    [Fact]
    public void Clock_that_went_back_counts_nothing_twice()
    {
        var week = Count(AccessWeek.Empty, Opened, "08:00", 2);
        Assert.Same(week, Count(week, Opened, "07:00", 2));
        Assert.Same(week, Count(week, Opened, "23:00", 1));
    }

    [Fact]
    public void Missing_accesses_make_it_impossible_to_tell_when_they_could_decide()
    {
        // Day 3 was paused: 20 are missing, and 3 failures could have been 23.
        var week = Fill(Enumerable.Range(0, 140).Where(n => n / 20 != 2), n => n < 3);
        var tally = AccessTally.Of(week, Some.Time("23:59", 7), Rules);
        Assert.Equal((120, 3, 20, AccessStanding.CannotTell), (tally.Accesses, tally.Failures, tally.Missing, tally.Standing));
    }

    [Fact]
    public void Few_missing_accesses_do_not_matter_when_they_could_not_decide()
    {
        var tally = AccessTally.Of(Fill(Enumerable.Range(0, 140).Except([30, 60, 90]), n => n < 3), Some.Time("23:59", 7), Rules);
        Assert.Equal((3, AccessStanding.BelowVeto), (tally.Missing, tally.Standing));
        Assert.Equal(AccessStanding.CannotTell, AccessTally.Of(Fill(Enumerable.Range(0, 140).Except([30, 60, 90]), n => n < 4), Some.Time("23:59", 7), Rules).Standing);
    }

    [Fact]
    public void Seven_failures_are_a_veto_whatever_is_missing() => Assert.Equal(
        AccessStanding.Veto,
        AccessTally.Of(Fill(Enumerable.Range(0, 140).Where(n => n / 20 != 2), n => n < 7), Some.Time("23:59", 7), Rules).Standing);

    [Fact]
    public void Running_slot_is_not_missing_and_days_before_the_watch_began_are_not() =>
        Assert.Equal(0, AccessTally.Of(Count(AccessWeek.Empty, Opened, "00:10"), Some.Time("01:30"), Rules).Missing);

    [Theory]
    [InlineData(4, false, 3)]
    [InlineData(5, true, 2)]
    [InlineData(6, true, 1)]
    public void Warning_begins_at_three_percent_and_says_how_many_are_left(int failures, bool near, int left)
    {
        var tally = AccessTally.Of(Week(failures), Some.Time("23:59", 7), Rules);
        Assert.Equal((near, left), (tally.IsNear(Rules), tally.FailuresLeft));
    }

    [Fact]
    public void Another_failure_never_makes_a_site_stand_better() =>
        Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), ArbMap.Default.ArbFor<byte>(), (looks, flip) =>
        {
            var failed = looks.Take(140).Select((f, n) => f && n % 8 == 0).ToArray();
            if (failed.Length == 0)
            {
                return true;
            }

            var worse = failed.ToArray();
            worse[flip % worse.Length] = true;
            var now = Some.Time("00:00").AddMinutes(72 * (failed.Length - 1));
            return Of(worse, now).Standing >= Of(failed, now).Standing && Of(worse, now).FailuresLeft <= Of(failed, now).FailuresLeft;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(160));

    private static AccessTally Of(bool[] failed, DateTimeOffset now) =>
        AccessTally.Of(Fill(Enumerable.Range(0, failed.Length), n => failed[n]), now, Rules);

    /// <summary>A week of which the first looks failed.</summary>
    private static AccessWeek Week(int failures, int slots = 140) => Fill(Enumerable.Range(0, slots), n => n < failures);

    private static AccessWeek Fill(IEnumerable<int> slots, Func<int, bool> failed) => slots.Aggregate(
        AccessWeek.Empty,
        (week, n) => AccessTestRule.Count(week, failed(n) ? Failed : Opened, Some.Time("00:01").AddMinutes(72 * n), false, Rules));

    private static AccessWeek Count(AccessWeek week, Look look, string time, int day = 1) =>
        AccessTestRule.Count(week, look, Some.Time(time, day), false, Rules);

    private static (int, int, AccessStanding) Sum(AccessWeek week, DateTimeOffset now)
    {
        var tally = AccessTally.Of(week, now, Rules);
        return (tally.Accesses, tally.Failures, tally.Standing);
    }
}
