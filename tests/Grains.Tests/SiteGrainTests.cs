using Monitor.Rules;

namespace Monitor.Tests.Grains;

public sealed class SiteGrainTests
{
    private const string Id = "5399000001";
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Adopted_site_is_probed_at_its_first_look_and_again_each_interval()
    {
        await using var town = await Town.Start();
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromSeconds(3));

        town.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty(town.Prober.Orders);

        await town.PassUntilLook(Id, TimeSpan.FromSeconds(1));
        await town.PassUntilLook(Id, _interval + TimeSpan.FromMinutes(1));
        Assert.Equal(2, town.Prober.Orders.Count);
    }

    [Fact]
    public async Task Same_profile_again_changes_nothing()
    {
        await using var town = await Town.Start();
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromSeconds(3));
        var due = (await town.SiteGrain().Snapshot())!.NextLook;
        var writes = town.Storage.Writes;

        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.Zero);

        Assert.Equal(due, (await town.SiteGrain().Snapshot())!.NextLook);
        Assert.Equal(writes, town.Storage.Writes);
    }

    [Fact]
    public async Task Paused_site_is_not_probed_and_leaves_the_watchlist()
    {
        await using var town = await Town.Start();
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromSeconds(3));
        Assert.True(town.Watchlist.Marks.ContainsKey(Id));

        await town.SiteGrain().Adopt(Town.Site() with { Paused = true, Version = 2 }, TimeSpan.Zero);
        town.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null((await town.SiteGrain().Snapshot())!.NextLook);
        Assert.False(town.Watchlist.Marks.ContainsKey(Id));
        Assert.Empty(town.Prober.Orders);
    }

    [Fact]
    public async Task Failure_confirmed_by_a_second_look_is_saved_and_then_told_once()
    {
        await using var town = await Town.Start();
        town.Prober.Fails(Id, FailureClass.Connect);
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromSeconds(1));

        await town.PassUntilLook(Id, TimeSpan.FromSeconds(1));
        Assert.Empty(town.Line.Posted);

        await town.PassUntilLook(Id, TimeSpan.FromSeconds(31));
        var report = Assert.Single(town.Line.Posted);
        var change = Assert.Single(report.Changes);
        Assert.Equal(FindingCode.SiteDown, change.Code);
        Assert.Equal(change.No, Assert.Single((await town.SiteGrain().Snapshot())!.Undelivered).No);

        await town.PassUntilLook(Id, _interval + TimeSpan.FromMinutes(1));
        Assert.Single(town.Line.Posted);
    }

    [Fact]
    public async Task Change_not_delivered_is_told_again_after_a_restart_and_a_delivered_one_is_not()
    {
        await using var town = await Town.Start();
        await GoDown(town);
        await town.Restart();

        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromHours(1));
        Assert.Equal(2, town.Line.Posted.Count);
        Assert.Equal(town.Line.Posted.First().Changes[0].No, town.Line.Posted.Last().Changes[0].No);

        await town.SiteGrain().Delivered(town.Line.Posted.Last().Changes[0].No);
        Assert.Empty((await town.SiteGrain().Snapshot())!.Undelivered);
    }

    [Fact]
    public async Task Store_that_fails_delays_the_telling_and_loses_nothing()
    {
        await using var town = await Town.Start();
        town.Prober.Fails(Id, FailureClass.Connect);
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromSeconds(1));
        await town.PassUntilLook(Id, TimeSpan.FromSeconds(1));

        town.Storage.Broken = true;
        town.Clock.Advance(TimeSpan.FromSeconds(31));
        await town.Prober.Probes(1);
        await Town.Until(() => town.SiteGrain().Snapshot().Result!.Undelivered.Length == 1, "the finding was not worked out");
        Assert.Empty(town.Line.Posted);

        town.Storage.Broken = false;
        await town.PassUntilLook(Id, _interval + TimeSpan.FromMinutes(1));
        Assert.Single(town.Line.Posted);
    }

    [Fact]
    public async Task Slow_probe_blocks_neither_reads_nor_a_second_probe_is_started()
    {
        await using var town = await Town.Start();
        town.Prober.Hold = new TaskCompletionSource();
        await town.SiteGrain().Adopt(Town.Site(interval: TimeSpan.FromSeconds(10)), TimeSpan.FromSeconds(1));
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        await town.Prober.Probes(1);

        town.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.NotNull(await town.SiteGrain().Snapshot());
        Assert.Single(town.Prober.Orders);
        town.Prober.Hold.SetResult();
    }

    [Fact]
    public async Task Result_for_an_older_profile_is_dropped()
    {
        await using var town = await Town.Start();
        await town.SiteGrain().Adopt(Town.Site() with { Version = 2 }, TimeSpan.FromHours(1));
        var failed = new Observation(
            town.Clock.GetUtcNow(), new Failure(FailureClass.DnsNoName, "gone"), new Phases(null, null, null, null, null, TimeSpan.Zero));

        await town.SiteGrain().Observed(failed, profileVersion: 1);
        Assert.Empty(town.History.Samples);

        await town.SiteGrain().Observed(failed, profileVersion: 2);
        Assert.Single(town.History.Samples);
    }

    [Fact]
    public async Task Register_changed_during_a_probe_is_looked_at_again_at_once()
    {
        await using var town = await Town.Start();
        town.Prober.Hold = new TaskCompletionSource();
        await town.SiteGrain().Adopt(Town.Site(interval: TimeSpan.FromDays(1)), TimeSpan.FromSeconds(1));
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        await town.Prober.Probes(1);

        await town.SiteGrain().Adopt(Town.Site(interval: TimeSpan.FromDays(1)) with { Url = "http://moved.example/", Version = 2 }, TimeSpan.FromHours(1));
        town.Prober.Hold.SetResult();
        await Town.Until(() => town.SiteGrain().Snapshot().Result!.NextLook <= town.Clock.GetUtcNow() + TimeSpan.FromSeconds(1), "no new look was armed");
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        await town.Prober.Probes(1);

        Assert.Equal("http://moved.example/", town.Prober.Orders.Last().Url);
    }

    [Fact]
    public async Task Blind_look_keeps_no_target_fresh_and_blames_nobody()
    {
        await using var town = await Town.Start();
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromHours(1));
        var nothing = new Observation(
            town.Clock.GetUtcNow(), new Failure(FailureClass.DnsNoName, "gone"), new Phases(null, null, null, null, null, TimeSpan.Zero), Sighted: false);

        await town.SiteGrain().Observed(nothing, profileVersion: 1);

        Assert.Null(town.Watchlist.Marks[Id].SeenAt);
        Assert.Empty(town.Line.Posted);
    }

    [Fact]
    public async Task Retired_site_closes_what_stands_and_forgets_once_the_desk_has_heard()
    {
        await using var town = await Town.Start();
        await GoDown(town);

        await town.SiteGrain().Retire("移出台账");
        var closed = Assert.Single(town.Line.Posted.Last().Changes, c => c.Finding is null);
        Assert.Null(await town.SiteGrain().Snapshot());

        await town.SiteGrain().Delivered(closed.No);
        await town.Restart();
        Assert.Null(await town.SiteGrain().Snapshot());
        Assert.Equal(2, town.Line.Posted.Count);
    }

    private static async Task GoDown(Town town)
    {
        town.Prober.Fails(Id, FailureClass.Connect);
        await town.SiteGrain().Adopt(Town.Site(), TimeSpan.FromSeconds(1));
        await town.PassUntilLook(Id, TimeSpan.FromSeconds(1));
        await town.PassUntilLook(Id, TimeSpan.FromSeconds(31));
        await Town.Until(() => town.Line.Posted.Count == 1, "the desk was not told");
    }
}
