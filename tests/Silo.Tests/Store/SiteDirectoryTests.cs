using Monitor.Grains;
using Monitor.Rules.Sites;
using Monitor.Silo.Store;

namespace Monitor.Silo.Tests.Store;

public sealed class SiteDirectoryTests
{
    private static readonly SiteQuery All = new(Some.Region, null, null, "name", 1, 50);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_site_never_seen_is_unknown(string engine)
    {
        await using var store = await With(engine, Some.Site("1"));

        var item = Assert.Single((await Page(store, All)).Items);

        Assert.Equal(("unknown", null, null, null, 0), (item.Condition, item.SeenAt, item.TotalMs, item.NextLook, item.OpenFindings));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_site_is_as_last_seen_until_twice_its_interval_and_half_a_minute(string engine)
    {
        await using var store = await With(engine, Some.Site("1"));
        var seen = store.Clock.GetUtcNow();
        await Seen(store, "1", "Down", findings: 2);

        store.Clock.Advance(TimeSpan.FromSeconds(630));
        var item = Assert.Single((await Page(store, All)).Items);
        store.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(("down", seen, 120, 2), (item.Condition, item.SeenAt, item.TotalMs, item.OpenFindings));
        Assert.Equal(seen.AddMinutes(5), item.NextLook);
        Assert.Equal("unknown", Assert.Single((await Page(store, All)).Items).Condition);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_paused_site_is_paused_whatever_it_was(string engine)
    {
        await using var store = await With(engine, Some.Site("1") with { Paused = true });
        await Seen(store, "1", "down");

        Assert.Equal("paused", Assert.Single((await Page(store, All)).Items).Condition);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_site_is_in_maintenance_from_the_first_moment_and_not_at_the_last(string engine)
    {
        var window = new MaintenanceWindow(Some.Start.AddMinutes(1), Some.Start.AddMinutes(3), "升级", "王芳");
        await using var store = await With(engine, Some.Site("1") with { Maintenance = [window] });
        await Seen(store, "1", "down");

        var conditions = new List<string>();
        for (var minute = 0; minute < 4; minute++)
        {
            conditions.Add(Assert.Single((await Page(store, All)).Items).Condition);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["down", "maintenance", "maintenance", "down"], conditions);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Counts_are_of_the_whole_region_and_the_total_of_what_matches(string engine)
    {
        await using var store = await With(
            engine, Some.Site("1", "甲"), Some.Site("2", "乙"), Some.Site("3", "丙"), Some.Site("4", "丁") with { Paused = true }, Some.Site("5") with { Region = "other" });
        await Seen(store, "1", "normal");
        await Seen(store, "2", "down");
        await Seen(store, "5", "down");

        var down = await Page(store, All with { Condition = "down" });
        var named = await Page(store, All with { Q = "丙" });

        Assert.Equal(["2"], down.Items.Select(i => i.Profile.Id));
        Assert.Equal((1, 1), (down.Total, named.Total));
        Assert.Equal(down.Counts, named.Counts);
        Assert.Equal(
            new Dictionary<string, int> { ["down"] = 1, ["suspect"] = 0, ["blocked"] = 0, ["unknown"] = 1, ["maintenance"] = 0, ["normal"] = 1, ["paused"] = 1 },
            down.Counts);
        Assert.Equal(0, (await Page(store, All with { Q = "丙", Condition = "down" })).Total);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Text_is_looked_for_in_id_name_address_and_unit_and_is_never_a_pattern(string engine)
    {
        await using var store = await With(
            engine, Some.Site("5304000001", "一"), Some.Site("5304000002", "100%_网!"), Some.Site("5304000003", "三") with { Organizer = "Health BUREAU" });

        Assert.Equal(["5304000002"], await Ids(store, "400000 2".Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(["5304000001"], await Ids(store, " 一 "));
        Assert.Equal(["5304000003"], await Ids(store, "bureau"));
        Assert.Equal(["5304000003"], await Ids(store, "5304000003.EXAMPLE"));
        Assert.Equal(["5304000002"], await Ids(store, "%_"));
        Assert.Equal(["5304000002"], await Ids(store, "网!"));
        Assert.Empty(await Ids(store, "' OR 1=1 --"));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Order_is_by_name_or_longest_unseen_or_worst_first_and_pages_do_not_overlap(string engine)
    {
        await using var store = await With(engine, Some.Site("1", "c"), Some.Site("2", "b"), Some.Site("3", "a"), Some.Site("4", "d"));
        await Seen(store, "3", "normal");
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Seen(store, "1", "down");
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await Seen(store, "2", "suspect");

        Assert.Equal(["3", "2", "1", "4"], await Ids(store, null));
        Assert.Equal(["4", "3", "1", "2"], await Ids(store, null, "seenAt"));
        Assert.Equal(["1", "2", "4", "3"], await Ids(store, null, "condition"));
        Assert.Equal(["1", "4"], (await Page(store, All with { Page = 2, Size = 2 })).Items.Select(i => i.Profile.Id));
        Assert.Empty((await Page(store, All with { Page = 3, Size = 2 })).Items);
    }

    private static async Task<TestStore> With(string engine, params SiteProfile[] sites)
    {
        var store = await TestStore.Open(engine);
        await store.Get<ISiteRegister>().Save(sites, [], Cancel);
        return store;
    }

    private static Task<SitePage> Page(TestStore store, SiteQuery query) => store.Get<ISiteDirectory>().Page(query, Cancel);

    private static async Task<List<string>> Ids(TestStore store, string? text, string sort = "name") =>
        [.. (await Page(store, All with { Q = text, Sort = sort })).Items.Select(i => i.Profile.Id)];

    private static Task Seen(TestStore store, string id, string condition, int findings = 0)
    {
        var now = store.Clock.GetUtcNow();
        store.Get<IHistory>().Append(id, new(now, null, 120, 60), new(id, now, condition, 120, now.AddMinutes(5), findings));
        return store.Get<History>().Flush(Cancel);
    }
}
