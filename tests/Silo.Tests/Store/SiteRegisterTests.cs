using Monitor.Grains;
using Monitor.Rules.Sites;

namespace Monitor.Silo.Tests.Store;

public sealed class SiteRegisterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_site_reads_back_as_it_was_saved(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var site = Some.Site("5304000001") with
        {
            Keywords = ["公开 \"100%\"", "a'b"],
            Paused = true,
            Version = 7,
            Interval = TimeSpan.FromSeconds(10),
            Maintenance = [new(Some.Start, Some.Start.AddHours(2), "升级", "王芳"), new(Some.Start.AddDays(1), Some.Start.AddDays(2), "迁移", "李强")],
        };
        await store.Get<ISiteRegister>().Save([site], [], Cancel);

        await store.Restart();
        var read = Assert.Single(await store.Get<ISiteRegister>().Load(Some.Region, Cancel));

        Assert.True(site.SaysTheSame(read));
        Assert.Equal(7, read.Version);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_site_with_lists_left_out_reads_back_with_empty_ones(string engine)
    {
        await using var store = await TestStore.Open(engine);

        await store.Get<ISiteRegister>().Save([Some.Site("5304000001") with { Keywords = default, Maintenance = default }], [], Cancel);

        var read = Assert.Single(await store.Get<ISiteRegister>().Load(Some.Region, Cancel));
        Assert.Empty(read.Keywords);
        Assert.Empty(read.Maintenance);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Save_replaces_and_removes_in_one_step(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var planned = Some.Site("1") with { Maintenance = [new MaintenanceWindow(Some.Start, Some.Start.AddHours(1), "升级", "王芳")] };
        await store.Get<ISiteRegister>().Save([planned, Some.Site("2"), Some.Site("3") with { Region = "other" }], [], Cancel);

        await store.Get<ISiteRegister>().Save([Some.Site("1", "新名称")], ["2", "none"], Cancel);

        var read = Assert.Single(await store.Get<ISiteRegister>().Load(Some.Region, Cancel));
        Assert.Equal(("1", "新名称", 0), (read.Id, read.Name, read.Maintenance.Length));
        Assert.Single(await store.Get<ISiteRegister>().Load("other", Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Many_sites_are_saved_at_once(string engine)
    {
        await using var store = await TestStore.Open(engine);

        await store.Get<ISiteRegister>().Save([.. Enumerable.Range(0, 5_000).Select(i => Some.Site($"{i:D10}"))], [], Cancel);

        Assert.Equal(5_000, (await store.Get<ISiteRegister>().Load(Some.Region, Cancel)).Count);
    }
}
