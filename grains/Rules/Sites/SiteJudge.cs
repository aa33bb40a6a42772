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
    /// <param name="memory">What the site remembers.</param>
    /// <param name="profile">The site as registered.</param>
    /// <param name="seen">The observation.</param>
    /// <param name="rules">The rule set in force.</param>
    /// <param name="now">The moment of judging.</param>
    /// <param name="chance">A number from 0 (with) to 1 (without) for jitter.</param>
    public static SiteDecision Judge(
        SiteMemory memory, SiteProfile profile, Observation seen, RuleSet rules, DateTimeOffset now, double chance) =>
        new(memory, [], profile.Interval, false);
}
