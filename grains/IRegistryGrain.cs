using System.Collections.Immutable;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>The register (台账) of one region: which targets exist. Key: region id.</summary>
[Alias("monitor.IRegistryGrain")]
public interface IRegistryGrain : IGrainWithStringKey
{
    /// <summary>Adds and updates by 网站标识码. With <paramref name="dryRun"/> it only says what it would do.</summary>
    [Alias("Import")]
    Task<ImportOutcome> Import(ImmutableArray<SiteProfile> sites, bool dryRun);

    /// <summary>Adds a site, or replaces it when <paramref name="site"/>'s version is the one in force.</summary>
    /// <returns>Null when the version is not the one in force; else the profile now in force.</returns>
    [Alias("Put")]
    Task<SiteProfile?> Put(SiteProfile site);

    /// <summary>Removes a site and ends its watch. False when there is none.</summary>
    [Alias("Remove")]
    Task<bool> Remove(string siteId, string reason);

    /// <summary>Makes sure every target is awake; called at start and by a reminder. Spreads first probes over the given time.</summary>
    [Alias("WakeAll")]
    Task<int> WakeAll(TimeSpan spread);

    /// <summary>The sites as registered.</summary>
    [Alias("Sites"), AlwaysInterleave]
    Task<ImmutableArray<SiteProfile>> Sites();
}

/// <summary>What an import did, or would do: site ids by outcome.</summary>
[GenerateSerializer, Immutable, Alias("monitor.import-outcome")]
public sealed record ImportOutcome(
    [property: Id(0)] ImmutableArray<string> Added,
    [property: Id(1)] ImmutableArray<string> Changed,
    [property: Id(2)] ImmutableArray<string> Unchanged);
