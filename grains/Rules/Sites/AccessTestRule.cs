namespace Monitor.Rules.Sites;

/// <summary>
/// 站点无法访问 (V2): one week, 20 spaced accesses a day, a veto when 5 % or more of them failed. The day (Asia/Shanghai) is cut into 20
/// slots; the first usable look of a slot is its access, a second look never counts twice.
/// </summary>
/// <remarks>
/// The week is today and the six days before it. Failures are held against the whole plan of 140 accesses, so that 7 are a veto and 6 are
/// not, also while today is young. A slot without an access (we were blind, refused, paused, or it was planned maintenance) speaks for
/// nobody: 7 failures are a veto whatever the missing ones would have been; with fewer, the site passes only if it would pass even had
/// every missing one failed. In between it cannot be told.
/// </remarks>
internal static class AccessTestRule
{
    private const string Wording = "站点无法访问：监测1周，每天间隔性访问20次以上，超过（含）15秒网站仍打不开的次数累计占比超过（含）5%。";

    /// <summary>The week with the look counted; the same week when the look is none that counts.</summary>
    public static AccessWeek Count(AccessWeek week, Look look, DateTimeOffset at, bool inMaintenance, RuleSet rules)
    {
        var day = ChinaTime.Day(at);
        var slot = AccessTally.Slot(at, rules);
        var last = week.Days.IsEmpty ? null : week.Days[^1];
        var usable = !inMaintenance && look is Look.Opened or Look.Failed;
        if (!usable || last?.Date > day || (last?.Date == day && slot <= last.LastSlot))
        {
            return week;
        }

        var today = last?.Date == day ? last : new(day, -1, 0, 0);
        var counted = new AccessDay(day, slot, today.Accesses + 1, today.Failures + (look is Look.Failed ? 1 : 0));
        return new([.. week.Days.Where(d => d.Date > day.AddDays(-rules.AccessDays) && d.Date < day), counted], week.Since ?? day);
    }

    /// <summary>The veto. It needs a whole week of watching; one that is certain before that is told by <see cref="Near"/>.</summary>
    public static Verdict Veto(SiteCase site)
    {
        var tally = Tally(site);
        return tally.Standing switch
        {
            AccessStanding.Veto => new Verdict.Fails(Finding(
                site, tally, FindingCode.AccessVeto, Priority.P2, "VetoReached",
                new(
                    $"近{site.Rules.AccessDays}天已有{tally.Failures}次访问打不开，达到单项否决标准。",
                    $"{tally.Failures} accesses of the last {site.Rules.AccessDays} days failed: this is a veto."))),
            AccessStanding.CannotTell => new Verdict.Unknown(FindingCode.AccessVeto, "SampleTooSmall"),
            _ => new Verdict.Passes(FindingCode.AccessVeto, "BelowVeto"),
        };
    }

    /// <summary>The warning before the veto, from 3 % on, with how many failures are left. It judges counted failures only.</summary>
    public static Verdict Near(SiteCase site)
    {
        var tally = Tally(site);
        return tally switch
        {
            { Standing: AccessStanding.Veto } => new Verdict.Passes(FindingCode.AccessNearVeto, "VetoReached"),
            { FailuresLeft: 0 } => Warning(site, tally, "VetoCertain", new(
                $"已有{tally.Failures}次访问打不开，监测满{site.Rules.AccessDays}天时必达单项否决标准。",
                $"{tally.Failures} accesses failed: it will be a veto once {site.Rules.AccessDays} days are full.")),
            _ when tally.IsNear(site.Rules) => Warning(site, tally, $"FailuresLeft{tally.FailuresLeft}", new(
                $"近{site.Rules.AccessDays}天已有{tally.Failures}次访问打不开，再失败{tally.FailuresLeft}次即达单项否决标准。",
                $"{tally.Failures} accesses of the last {site.Rules.AccessDays} days failed; {tally.FailuresLeft} more are a veto.")),
            _ => new Verdict.Passes(FindingCode.AccessNearVeto, "FarFromVeto"),
        };
    }

    private static AccessTally Tally(SiteCase site) => AccessTally.Of(site.Memory.Accesses, site.Now, site.Rules);

    private static Verdict.Fails Warning(SiteCase site, AccessTally tally, string reason, Text sentence) =>
        new(Finding(site, tally, FindingCode.AccessNearVeto, Priority.P3, reason, sentence));

    private static Finding Finding(
        SiteCase site, AccessTally tally, FindingCode code, Priority priority, string reason, Text sentence) => new(
        code,
        priority,
        reason,
        sentence,
        site.Rules.Basis(Wording),
        [
            Evidence.Line("打不开次数", "Failed", $"{tally.Failures}"),
            Evidence.Line("已访问次数", "Accesses", $"{tally.Accesses} / {tally.Planned}"),
            Evidence.Line("缺测次数", "Missing", $"{tally.Missing}"),
            Evidence.Line("按日", "By day", string.Join("；", tally.Days.Select(d => $"{ChinaTime.Words(d.Date)} {d.Failures}/{d.Accesses}"))),
        ],
        site.Now);
}
