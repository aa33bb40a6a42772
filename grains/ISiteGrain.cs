using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>One website that watches itself. Key: 网站标识码.</summary>
[Alias("monitor.ISiteGrain")]
public interface ISiteGrain : IGrainWithStringKey
{
    /// <summary>Takes the profile from the register and arms the poll. The same profile again changes nothing, so it may be called at any time.</summary>
    /// <param name="profile">The site as registered.</param>
    /// <param name="firstLook">How long until the first probe, if none is armed yet.</param>
    [Alias("Adopt")]
    Task Adopt(SiteProfile profile, TimeSpan firstLook);

    /// <summary>Takes the result of a probe. Results of an older profile or of a paused site are dropped.</summary>
    [Alias("Observed")]
    Task Observed(Observation seen, int profileVersion);

    /// <summary>The desk has everything up to this change number.</summary>
    [Alias("Delivered")]
    Task Delivered(long upTo);

    /// <summary>Probes at once (立即复测), whatever is armed.</summary>
    [Alias("LookNow")]
    Task LookNow();

    /// <summary>Stops watching for good: closes what stands, tells the desk, forgets.</summary>
    [Alias("Retire")]
    Task Retire(string reason);

    /// <summary>The site as it is now; never waits for a probe.</summary>
    [Alias("Snapshot"), AlwaysInterleave]
    Task<SiteSnapshot?> Snapshot();
}

/// <summary>A site as a screen shows it.</summary>
[GenerateSerializer, Immutable, Alias("monitor.site-snapshot")]
public sealed record SiteSnapshot(
    [property: Id(0)] SiteProfile Profile,
    [property: Id(1)] SiteMemory Memory,
    [property: Id(2)] Observation? LastSeen,
    [property: Id(3)] DateTimeOffset? NextLook,
    [property: Id(4)] ImmutableArray<FindingChange> Undelivered);
