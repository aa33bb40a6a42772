using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>Takes the facts of a look into a site's memory, before any rule judges them.</summary>
internal static class Remembering
{
    /// <summary>The memory with the look's facts in it; findings are left as they were.</summary>
    public static SiteMemory Take(
        SiteMemory memory, SiteProfile profile, Observation seen, Look look, RuleSet rules, DateTimeOffset now) =>
        memory with
        {
            Availability = AvailabilityRule.Next(memory.Availability, look, seen.At, rules),
        };

    /// <summary>
    /// True when a restart would lose what no next look brings back: news for the desk, the state of availability, a counted access,
    /// the newest date, the baseline, a suspicion. An ordinary good look saves nothing.
    /// </summary>
    public static bool MustSave(SiteMemory before, SiteMemory after, ImmutableArray<FindingChange> changes) =>
        !changes.IsEmpty
        || before.Availability != after.Availability
        || before.Accesses != after.Accesses
        || before.Latest != after.Latest
        || before.Baseline != after.Baseline
        || before.Suspicions != after.Suspicions;
}
