namespace Monitor.Rules.Sites;

/// <summary>
/// 首页不更新 (V3): nothing on the home page dated within two weeks. The age is counted in days (Asia/Shanghai) from the newest date on the
/// page, and runs on while the page does not change. A page without dates, or not read for 26 h, is unknown and never stale: the standard
/// calls an undated article not updated, but that is read off the article and not off a list.
/// </summary>
internal static class HomeFreshnessRule
{
    private const string Wording = "首页不更新：监测2周，首页无信息更新。";

    /// <summary>The veto: 14 days or more.</summary>
    public static Verdict Stale(SiteCase site) => Age(site) switch
    {
        (null, var why) => new Verdict.Unknown(FindingCode.HomeStale, why),
        ({ } age, _) when age >= site.Rules.HomeStaleDays => new Verdict.Fails(Finding(
            site, FindingCode.HomeStale, Priority.P2, $"NoUpdateFor{site.Rules.HomeStaleDays}Days",
            new(
                $"首页最新信息日期为{Latest(site)}，已满{site.Rules.HomeStaleDays}天未更新，达到单项否决标准。",
                $"The newest item on the home page is of {Latest(site)}: no update for {site.Rules.HomeStaleDays} days, which is a veto."))),
        _ => new Verdict.Passes(FindingCode.HomeStale, "Updated"),
    };

    /// <summary>The warnings 7, 3 and 1 days before it: one finding that grows heavier.</summary>
    public static Verdict StaleSoon(SiteCase site) => Age(site) switch
    {
        (null, var why) => new Verdict.Unknown(FindingCode.HomeStaleSoon, why),
        ({ } age, _) => (site.Rules.HomeStaleDays - age) switch
        {
            <= 0 => new Verdict.Passes(FindingCode.HomeStaleSoon, "StaleNow"),
            1 => Soon(site, Priority.P3, 1),
            <= 3 => Soon(site, Priority.P4, 3),
            <= 7 => Soon(site, Priority.P4, 7),
            _ => new Verdict.Passes(FindingCode.HomeStaleSoon, "Updated"),
        },
    };

    private static (int? Days, string Why) Age(SiteCase site) => site.Memory switch
    {
        { ReadAt: null } => (null, "NeverRead"),
        { ReadAt: { } at } when site.Now - at > site.Rules.ReadingLasts => (null, "ReadingTooOld"),
        { Latest: { } latest } => (Math.Max(0, ChinaTime.Day(site.Now).DayNumber - latest.Date.DayNumber), ""),
        _ => (null, "NoDates"),
    };

    /// <summary>Says when, not how long: the sentence stays true while the days pass.</summary>
    private static Verdict.Fails Soon(SiteCase site, Priority priority, int days)
    {
        var due = ChinaTime.Words(site.Memory.Latest!.Date.AddDays(site.Rules.HomeStaleDays));
        return new(Finding(site, FindingCode.HomeStaleSoon, priority, $"DaysLeft{days}", new(
            $"首页最新信息日期为{Latest(site)}，若至{due}仍无更新，将达到单项否决标准。",
            $"The newest item on the home page is of {Latest(site)}; without an update by {due} it is a veto.")));
    }

    private static string Latest(SiteCase site) => ChinaTime.Words(site.Memory.Latest!.Date);

    private static Finding Finding(SiteCase site, FindingCode code, Priority priority, string reason, Text sentence) => new(
        code,
        priority,
        reason,
        sentence,
        site.Rules.Basis(Wording),
        [
            Evidence.Line("最新信息日期", "Newest date", Latest(site)),
            Evidence.Line("最新信息标题", "Newest item", site.Memory.Latest!.Title),
            Evidence.Line("最新信息链接", "Its link", site.Memory.Latest.Link ?? "—"),
            Evidence.Line("首页读取时间", "Page read at", ChinaTime.Words(site.Memory.ReadAt!.Value)),
        ],
        site.Now);
}
