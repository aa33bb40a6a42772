using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>Takes the facts of a look into a site's memory, before any rule judges them.</summary>
internal static class Remembering
{
    /// <summary>The memory with the look's facts in it; findings and baseline are left as they were.</summary>
    public static SiteMemory Take(
        SiteMemory memory, SiteProfile profile, Observation seen, Look look, RuleSet rules, DateTimeOffset now)
    {
        var looked = memory with
        {
            Availability = AvailabilityRule.Next(memory.Availability, look, seen.At, rules),
            Accesses = AccessTestRule.Count(memory.Accesses, look, seen.At, profile.InMaintenance(seen.At), rules),
            Certificate = seen.Certificate ?? (CertificateRule.IsPlain(look, seen) ? null : memory.Certificate),
        };
        return look is Look.Opened ? Read(looked, seen, profile.InMaintenance(now)) : looked;
    }

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

    /// <summary>What must be read anew after the register changed: a page is judged by name and words, and another address is another page.</summary>
    public static SiteMemory Adopt(SiteMemory memory, SiteProfile was, SiteProfile next) => next switch
    {
        _ when was.Url != next.Url => memory with
        {
            LastRead = null, Latest = null, ReadAt = null, Certificate = null, Baseline = null,
            Suspicions = ImmutableDictionary<FindingCode, Finding>.Empty,
        },
        _ when was.Name != next.Name || !Words(was).SequenceEqual(Words(next)) => memory with { LastRead = null },
        _ => memory,
    };

    /// <summary>
    /// A page that was read, or is still the one last read. In planned maintenance it counts as not read, because nothing was held against
    /// it then: at the end it must be read again, even if it did not change.
    /// </summary>
    private static SiteMemory Read(SiteMemory memory, Observation seen, bool inMaintenance) => seen switch
    {
        { Page: { } page } when PageReading.IsRefusal(page) => memory with { LastRead = null },
        { Page: { } page } => memory with
        {
            Latest = page.Latest == memory.Latest ? memory.Latest : page.Latest,
            ReadAt = seen.At,
            LastRead = inMaintenance ? null : seen.Http,
        },
        { Unchanged: true } when memory.ReadAt is not null => memory with { ReadAt = seen.At, LastRead = inMaintenance ? null : memory.LastRead },
        _ => memory,
    };

    private static ImmutableArray<string> Words(SiteProfile profile) => profile.Keywords.IsDefault ? [] : profile.Keywords;
}
