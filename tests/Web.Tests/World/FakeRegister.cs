using System.Collections.Immutable;
using Monitor.Grains;
using Monitor.Rules.Sites;

namespace Monitor.Web.Tests.World;

/// <summary>A register, its sites and their directory and history, in memory.</summary>
internal sealed class FakeRegister : IRegistryGrain, ISiteDirectory, IHistory
{
    public Dictionary<string, SiteProfile> Known { get; } = new() { [Samples.SiteId] = Samples.Site() };

    public List<string> LookedAt { get; } = [];

    public List<Sample> Looks { get; } = [];

    public Task<ImportOutcome> Import(ImmutableArray<SiteProfile> sites, bool dryRun)
    {
        var added = sites.Where(s => !Known.ContainsKey(s.Id)).Select(s => s.Id).ToImmutableArray();
        foreach (var site in dryRun ? [] : sites)
        {
            Known[site.Id] = site;
        }

        return Task.FromResult(new ImportOutcome(added, [], [.. sites.Select(s => s.Id).Except(added)]));
    }

    public Task<SiteProfile?> Put(SiteProfile site)
    {
        if (Known.TryGetValue(site.Id, out var known) && known.Version != site.Version)
        {
            return Task.FromResult<SiteProfile?>(null);
        }

        return Task.FromResult<SiteProfile?>(Known[site.Id] = site with { Version = site.Version + 1 });
    }

    public Task<bool> Remove(string siteId, string reason) => Task.FromResult(Known.Remove(siteId));

    public Task<int> WakeAll(TimeSpan spread) => Task.FromResult(Known.Count);

    public Task<ImmutableArray<SiteProfile>> Sites() => Task.FromResult(Known.Values.ToImmutableArray());

    public Task<SitePage> Page(SiteQuery query, CancellationToken cancel) => Task.FromResult(new SitePage(
        [.. Known.Values.Where(s => query.Q is null || s.Name.Contains(query.Q, StringComparison.Ordinal))
            .Select(s => new SiteListItem(s, "normal", null, null, null, 0))],
        Known.Count,
        new Dictionary<string, int> { ["normal"] = Known.Count }));

    public void Append(string target, Sample sample, TargetLatest latest) => Looks.Add(sample);

    public Task<IReadOnlyList<Sample>> Read(string target, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Sample>>(Looks);

    public ISiteGrain Site(string id) => new FakeSite(this, id);

    private sealed class FakeSite(FakeRegister register, string id) : ISiteGrain
    {
        public Task Adopt(SiteProfile profile, TimeSpan firstLook) => Task.CompletedTask;

        public Task Observed(Rules.Observation seen, int profileVersion) => Task.CompletedTask;

        public Task Delivered(long upTo) => Task.CompletedTask;

        public Task LookNow()
        {
            register.LookedAt.Add(id);
            return Task.CompletedTask;
        }

        public Task Retire(string reason) => Task.CompletedTask;

        public Task<SiteSnapshot?> Snapshot() => Task.FromResult(register.Known.TryGetValue(id, out var profile)
            ? new SiteSnapshot(profile, SiteMemory.Blank, null, null, [])
            : null);
    }
}
