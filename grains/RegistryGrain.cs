using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>
/// The register of one region. The table is the truth; this grain is its only writer, and wakes every target:
/// at start, after each change, and once a minute so that a node's end leaves nobody unwatched.
/// </summary>
[CollectionAgeLimit(AlwaysActive = true)]
internal sealed partial class RegistryGrain(ISiteRegister register, ILogger<RegistryGrain> log)
    : Grain, IRegistryGrain, IRemindable
{
    /// <summary>First looks after a start are spread over this. Every site is looked at again within ten seconds of a restart, and the start itself takes some of them.</summary>
    internal static readonly TimeSpan StartSpread = TimeSpan.FromSeconds(6);

    /// <summary>Targets woken side by side; more only queue.</summary>
    private const int Abreast = 256;

    private ImmutableSortedDictionary<string, SiteProfile> _sites = ImmutableSortedDictionary<string, SiteProfile>.Empty;

    private string Region => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var sites = await register.Load(Region, cancellationToken);
        _sites = sites.ToImmutableSortedDictionary(s => s.Id, s => s, StringComparer.Ordinal);
        await this.RegisterOrUpdateReminder("wake", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), cancellationToken);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => WakeAll(StartSpread);

    public async Task<int> WakeAll(TimeSpan spread)
    {
        await Wake([.. _sites.Values], spread);
        await TellDesk();
        return _sites.Count;
    }

    public async Task<ImportOutcome> Import(ImmutableArray<SiteProfile> sites, bool dryRun)
    {
        var plan = ImportPlan.For(_sites, sites);
        if (!dryRun)
        {
            await Replace(plan.Put, []);
        }

        return plan.Outcome;
    }

    public async Task<SiteProfile?> Put(SiteProfile site)
    {
        var known = _sites.GetValueOrDefault(site.Id);
        if (known is not null && known.Version != site.Version)
        {
            return null;
        }

        var next = site with { Version = (known?.Version ?? 0) + 1, Region = Region };
        await Replace([next], []);
        return next;
    }

    public async Task<bool> Remove(string siteId, string reason)
    {
        if (!_sites.ContainsKey(siteId))
        {
            return false;
        }

        // First the watch ends, then the row goes: ended in between, the next sweep finds the row and the watch goes on.
        await GrainFactory.GetGrain<ISiteGrain>(siteId).Retire(reason);
        await Replace([], [siteId]);
        return true;
    }

    public Task<ImmutableArray<SiteProfile>> Sites() => Task.FromResult(_sites.Values.ToImmutableArray());

    private async Task Replace(ImmutableArray<SiteProfile> put, ImmutableArray<string> removed)
    {
        await register.Save(put, removed, CancellationToken.None);
        _sites = _sites.SetItems(put.Select(s => KeyValuePair.Create(s.Id, s))).RemoveRange(removed);
        await Wake(put, put.Length == 1 ? TimeSpan.Zero : StartSpread);
        await TellDesk();
    }

    /// <summary>A desk that cannot be told must not undo what is saved and watched already; the next sweep tells it.</summary>
    private async Task TellDesk()
    {
        try
        {
            var watched = _sites.Values.Count(s => !s.Paused);
            await GrainFactory.GetGrain<IDeskGrain>(Region).Registered([.. _sites.Keys], watched);
        }
        catch (Exception fault)
        {
            NotTold(fault, Region);
        }
    }

    private async Task Wake(ImmutableArray<SiteProfile> sites, TimeSpan spread)
    {
        foreach (var some in sites.Chunk(Abreast))
        {
            await Task.WhenAll(some.Select(site => WakeOne(site, Schedule.First(site.Id, spread))));
        }
    }

    /// <summary>One target that cannot be woken (its store failed) must not keep the others asleep; the next sweep tries again.</summary>
    private async Task WakeOne(SiteProfile site, TimeSpan firstLook)
    {
        try
        {
            await GrainFactory.GetGrain<ISiteGrain>(site.Id).Adopt(site, firstLook);
        }
        catch (Exception fault)
        {
            NotWoken(fault, site.Id);
        }
    }
}
