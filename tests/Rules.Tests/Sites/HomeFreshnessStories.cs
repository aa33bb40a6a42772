using static Monitor.Rules.FindingCode;
using static Monitor.Rules.Priority;
using static Monitor.Rules.Tests.Sites.Telling;

namespace Monitor.Rules.Tests.Sites;

public sealed class HomeFreshnessStories
{
    private static readonly DateOnly FirstDay = new(2026, 11, 20);

    private static Story Site => new(Some.Department with { Interval = TimeSpan.FromMinutes(10) });

    [Fact]
    public void Page_without_news_is_warned_of_seven_three_and_one_day_before_and_held_stale_at_fourteen()
    {
        var story = Site.At("08:00").Sees(Dated(FirstDay)).At("12:00", 15);

        story.Want(Between("00:00", "00:15", 8), Raises(HomeStaleSoon, P4, "DaysLeft7"))
            .Want(Between("00:00", "00:15", 12), Raises(HomeStaleSoon, P4, "DaysLeft3"))
            .Want(Between("00:00", "00:15", 14), Raises(HomeStaleSoon, P3, "DaysLeft1"))
            .Want(Between("00:00", "00:15", 15), Closes(HomeStaleSoon, "StaleNow"))
            .Want(Between("00:00", "00:15", 15), Raises(HomeStale, P2, "NoUpdateFor14Days"))
            .AndNothingElse();
        Assert.Contains("2026-11-20", story.Open(HomeStale).Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Clock_runs_while_the_page_does_not_change() => Site
        .At("08:00").Sees(Dated(FirstDay)).At("08:30").Sees(Unchanged).At("12:00", 8)
        .Want(Between("00:00", "00:15", 8), Raises(HomeStaleSoon, P4, "DaysLeft7")).AndNothingElse();

    [Fact]
    public void Newer_item_closes_the_warning_and_the_veto()
    {
        Site.At("08:00").Sees(Dated(FirstDay.AddDays(-10))).At("09:00").Want(Between("08:00", "08:01"), Raises(HomeStaleSoon))
            .Sees(Dated(FirstDay)).At("10:00").Want(Between("09:00", "09:15"), Closes(HomeStaleSoon, "Updated")).AndNothingElse();
        Site.At("08:00").Sees(Dated(FirstDay.AddDays(-20))).At("09:00").Want(Between("08:00", "08:01"), Raises(HomeStale))
            .Sees(Dated(FirstDay)).At("10:00").Want(Between("09:00", "09:15"), Closes(HomeStale, "Updated")).AndNothingElse();
    }

    [Fact]
    public void Page_without_dates_is_unknown_and_never_stale() => Site
        .At("08:00").Sees(at => Read(at, null)).At("08:00", 40).AndNothingElse();

    [Fact]
    public void Veto_stays_open_when_the_dates_vanish() => Site
        .At("08:00").Sees(Dated(FirstDay.AddDays(-20))).At("09:00").Want(Between("08:00", "08:01"), Raises(HomeStale))
        .Sees(at => Read(at, null)).At("09:00", 2).AndNothingElse();

    [Fact]
    public void Page_not_read_for_more_than_a_day_is_not_called_stale() => Site
        .At("08:00").Sees(Dated(FirstDay.AddDays(-5))).At("09:00").Sees(FailureClass.Blocked).At("12:00", 20)
        .Want(Between("09:10", "09:30"), Raises(SiteBlocked))
        .AndNothingElse();

    [Fact]
    public void Date_from_tomorrow_is_as_fresh_as_todays() => Site
        .At("08:00").Sees(Dated(FirstDay.AddDays(1))).At("09:00").AndNothingElse();

    private static Func<DateTimeOffset, Observation> Dated(DateOnly day) => at => Read(at, new(day, "要闻", "https://www.hongta.gov.cn/1"));

    private static Observation Read(DateTimeOffset at, DatedItem? latest) =>
        Some.Good(at) with { Page = Some.Page(at) with { Latest = latest }, Certificate = null };

    private static Observation Unchanged(DateTimeOffset at) => Some.Good(at) with { Page = null, Unchanged = true, Certificate = null };
}
