using Monitor.Grains;
using Monitor.Rules.Sites;

namespace Monitor.Web.Register;

/// <summary>The way to the sites of this region and to its register.</summary>
internal sealed class SiteDoor(IGrainFactory grains, RegionOptions region)
{
    private const int Tries = 3;

    private IRegistryGrain Registry => grains.GetGrain<IRegistryGrain>(region.Id);

    /// <summary>The site as it is now; null when it is not in this region's register.</summary>
    public async Task<SiteSnapshot?> Find(string id) =>
        SiteIds.IsOne(id) && await Site(id).Snapshot() is { } site && site.Profile.Region == region.Id ? site : null;

    /// <returns>Null when the version is not the one in force.</returns>
    public Task<SiteProfile?> Put(SiteProfile site) => Registry.Put(site);

    /// <summary>Changes one thing of a profile, whatever else changes at the same time. Null when there is no such site.</summary>
    /// <exception cref="TimeoutException">Others changed it again and again.</exception>
    public async Task<SiteProfile?> Change(string id, Func<SiteProfile, SiteProfile> change)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await Find(id) is not { } site)
            {
                return null;
            }

            var wish = change(site.Profile);
            if (wish.SaysTheSame(site.Profile))
            {
                return site.Profile;
            }

            if (await Put(wish) is { } put)
            {
                return put;
            }
        }

        throw new TimeoutException($"The profile of {id} was changed by others {Tries} times over.");
    }

    public Task<bool> Remove(string id, string reason) => SiteIds.IsOne(id) ? Registry.Remove(id, reason) : Task.FromResult(false);

    public Task LookNow(string id) => Site(id).LookNow();

    public Task<ImportOutcome> Import(System.Collections.Immutable.ImmutableArray<SiteProfile> sites, bool dryRun) => Registry.Import(sites, dryRun);

    private ISiteGrain Site(string id) => grains.GetGrain<ISiteGrain>(id);
}
