using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>What follows from one look at a site.</summary>
/// <param name="Memory">The site's memory after it.</param>
/// <param name="Changes">What to tell the desk, numbered; empty most of the time.</param>
/// <param name="NextLook">How long until the next probe.</param>
/// <param name="MustSave">True when the memory holds something a restart must not lose.</param>
public sealed record SiteDecision(
    SiteMemory Memory,
    ImmutableArray<FindingChange> Changes,
    TimeSpan NextLook,
    bool MustSave);

/// <summary>Judges one observation of a site by all rules that apply, in one pass.</summary>
public static class SiteJudge
{
    /// <summary>Every rule a site is held to, in the order the desk hears of them.</summary>
    private static readonly ImmutableArray<Func<SiteCase, Verdict>> Rules =
    [
        AvailabilityRule.SiteDown,
        AvailabilityRule.SiteBlocked,
        AccessTestRule.Veto,
        AccessTestRule.Near,
        HomeFreshnessRule.Stale,
        HomeFreshnessRule.StaleSoon,
        CertificateRule.Ending,
        CertificateRule.Invalid,
        TitleRule.Changed,
        TitleRule.Mismatch,
        LinksRule.Replaced,
        KeywordRule.Missing,
        HomeHostRule.LedElsewhere,
    ];

    /// <summary>
    /// Takes in what was seen, asks every rule, and says what is news. When we ourselves could not see, nothing changes at all but the next look.
    /// </summary>
    /// <param name="memory">What the site remembers.</param>
    /// <param name="profile">The site as registered.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="rules">The rule set in force.</param>
    /// <param name="now">The moment of judging.</param>
    /// <param name="chance">A number from 0 (with) to 1 (without) for jitter.</param>
    public static SiteDecision Judge(
        SiteMemory memory, SiteProfile profile, Observation seen, RuleSet rules, DateTimeOffset now, double chance)
    {
        var look = Look.Of(seen, rules);
        if (look is Look.Blind)
        {
            return new(memory, [], NextLook(memory, profile, rules, now, chance), false);
        }

        var site = new SiteCase(memory, Remembering.Take(memory, profile, seen, look, rules, now), profile, seen, look, rules, now);
        var (verdicts, suspicions) = SecondLook.Confirm(site, Rules.Select(rule => rule(site)));
        var (open, changes, lastNo) = Findings.Reconcile(memory.Open, verdicts, now, memory.LastChangeNo);
        var after = site.Memory with
        {
            Open = open, LastChangeNo = lastNo, Suspicions = suspicions, Baseline = BaselineRule.Learn(site, open, suspicions),
        };
        return new(after, changes, NextLook(after, profile, rules, now, chance), Remembering.MustSave(memory, after, changes));
    }

    /// <summary>
    /// The memory of a site whose register entry changed. Call it when a profile is replaced, or an unchanged page would not be judged by the
    /// new name or words, and another address by the old page.
    /// </summary>
    public static SiteMemory Adopt(SiteMemory memory, SiteProfile was, SiteProfile next) => Remembering.Adopt(memory, was, next);

    /// <summary>A site in one word. Nothing is called normal, down or anything else on the strength of an old look.</summary>
    /// <param name="memory">What the site remembers.</param>
    /// <param name="profile">The site as registered.</param>
    /// <param name="lastSeen">When it was last looked at with open eyes; null when never.</param>
    /// <param name="now">The moment of asking.</param>
    public static SiteCondition Condition(SiteMemory memory, SiteProfile profile, DateTimeOffset? lastSeen, DateTimeOffset now) =>
        memory.Availability switch
        {
            _ when profile.Paused => SiteCondition.Paused,
            _ when !IsFresh(profile, lastSeen, now) => SiteCondition.Unknown,
            _ when profile.InMaintenance(now) => SiteCondition.Maintenance,
            Availability.Up => SiteCondition.Normal,
            Availability.Suspect => SiteCondition.Suspect,
            Availability.Down or Availability.Recovering => SiteCondition.Down,
            Availability.Blocked => SiteCondition.Blocked,
            _ => SiteCondition.Unknown,
        };

    /// <summary>As above, with the last observation; one made blind is no look.</summary>
    public static SiteCondition Condition(SiteMemory memory, SiteProfile profile, Observation? lastSeen, DateTimeOffset now) =>
        Condition(memory, profile, lastSeen is { Sighted: true } ? lastSeen.At : null, now);

    /// <summary>The promise of every colour: seen within 2 × interval + 30 s.</summary>
    public static bool IsFresh(SiteProfile profile, DateTimeOffset? lastSeen, DateTimeOffset now) =>
        lastSeen is { } at && now - at <= (profile.Interval * 2) + TimeSpan.FromSeconds(30);

    private static TimeSpan NextLook(SiteMemory memory, SiteProfile profile, RuleSet rules, DateTimeOffset now, double chance) =>
        AvailabilityRule.AsksSoon(memory.Availability) || SecondLook.IsDue(memory, rules, now)
            ? Schedule.Confirm(rules, chance)
            : Schedule.Next(profile.Id, profile.Interval, now, chance);
}
