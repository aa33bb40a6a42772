namespace Monitor.Tests.Grains;

public sealed class RegistryGrainTests
{
    [Fact]
    public async Task Import_reports_added_changed_and_unchanged_and_wakes_what_is_new()
    {
        await using var town = await Town.Start();
        var first = await town.Registry.Import([Town.Site("5399000001"), Town.Site("5399000002")], dryRun: false);
        Assert.Equal(2, first.Added.Length);

        var second = await town.Registry.Import(
            [Town.Site("5399000001"), Town.Site("5399000002") with { Name = "云岭市审计局" }, Town.Site("5399000003")], dryRun: false);

        Assert.Equal(["5399000003"], second.Added);
        Assert.Equal(["5399000002"], second.Changed);
        Assert.Equal(["5399000001"], second.Unchanged);
        Assert.Equal(3, town.Watchlist.Marks.Count);
    }

    [Fact]
    public async Task Dry_run_says_what_it_would_do_and_does_nothing()
    {
        await using var town = await Town.Start();
        var outcome = await town.Registry.Import([Town.Site()], dryRun: true);

        Assert.Single(outcome.Added);
        Assert.Empty(await town.Registry.Sites());
        Assert.Empty(town.Watchlist.Marks);
    }

    [Fact]
    public async Task Import_keeps_what_a_sheet_does_not_carry()
    {
        await using var town = await Town.Start();
        await town.Registry.Import([Town.Site()], dryRun: false);
        var paused = (await town.Registry.Sites())[0] with { Paused = true };
        Assert.NotNull(await town.Registry.Put(paused));

        await town.Registry.Import([Town.Site() with { Name = "云岭市审计局" }], dryRun: false);

        var site = Assert.Single(await town.Registry.Sites());
        Assert.True(site.Paused);
        Assert.Equal(3, site.Version);
    }

    [Fact]
    public async Task Change_made_on_an_older_version_is_refused()
    {
        await using var town = await Town.Start();
        var seen = (await town.Registry.Put(Town.Site()))!;
        Assert.NotNull(await town.Registry.Put(seen with { Name = "云岭市审计局" }));

        Assert.Null(await town.Registry.Put(seen with { Name = "云岭市统计局" }));
    }

    [Fact]
    public async Task Every_target_is_watched_again_after_a_restart_spread_over_ten_seconds()
    {
        await using var town = await Town.Start();
        await town.Registry.Import([.. Enumerable.Range(10, 40).Select(i => Town.Site($"53990000{i}"))], dryRun: false);
        await town.Restart();

        Assert.Equal(40, await town.Registry.WakeAll(TimeSpan.FromSeconds(10)));

        var looks = new List<DateTimeOffset>();
        foreach (var site in await town.Registry.Sites())
        {
            looks.Add((await town.SiteGrain(site.Id).Snapshot())!.NextLook!.Value);
        }

        Assert.All(looks, look => Assert.InRange(look - town.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(10)));
        Assert.True(looks.Distinct().Count() > 20, "The looks were not spread.");
    }

    [Fact]
    public async Task Waking_twice_arms_once()
    {
        await using var town = await Town.Start();
        await town.Registry.Import([Town.Site()], dryRun: false);
        await town.Registry.WakeAll(TimeSpan.Zero);
        await town.Registry.WakeAll(TimeSpan.Zero);

        town.Clock.Advance(TimeSpan.FromSeconds(1));
        await town.Prober.Probes(1);
        Assert.Single(town.Prober.Orders);
    }

    [Fact]
    public async Task Removed_site_is_not_polled_any_more()
    {
        await using var town = await Town.Start();
        await town.Registry.Import([Town.Site()], dryRun: false);

        Assert.True(await town.Registry.Remove("5399000001", "移出台账"));
        Assert.False(await town.Registry.Remove("5399000001", "移出台账"));
        var before = town.Prober.Orders.Count;

        town.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(before, town.Prober.Orders.Count);
        Assert.Null(await town.SiteGrain().Snapshot());
    }
}
