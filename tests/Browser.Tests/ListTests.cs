using System.Text.Json;

namespace Monitor.Browser.Tests;

/// <summary>The list keeps still under the reader, keeps its roles, and stays light however long it is.</summary>
public sealed class ListTests(Chromium chromium)
{
    [Fact]
    public async Task Arrivals_move_neither_the_row_in_focus_nor_the_scroll()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report([.. Enumerable.Range(1, 60).Select(n => Seed.Down(n))]);
        var screen = await world.Open();
        await Expect(screen.Grid).ToHaveAttributeAsync("aria-rowcount", "61");
        await screen.Grid.EvaluateAsync("(e) => e.scrollTo(0, 700)");
        var twentyFifth = screen.Page.Locator("[role=row][aria-rowindex='25']");
        await Expect(twentyFifth).ToBeInViewportAsync();
        var id = await twentyFifth.GetAttributeAsync("data-id") ?? "";
        await screen.Choose(id);
        var before = await screen.Row(id).BoundingBoxAsync();
        await world.Server.Report([.. Enumerable.Range(100, 7).Select(n => Seed.Down(n, Priority.P1))]);
        await Expect(screen.Page.Locator(".pill")).ToContainTextAsync("新到 7 条");
        var after = await screen.Row(id).BoundingBoxAsync();
        Assert.True(before is not null && after is not null && Math.Abs(before.Y - after.Y) <= 1, $"The row moved from {before?.Y} to {after?.Y}.");
        await screen.Photograph("desk-arrivals-light");
        await screen.Page.Locator(".pill").ClickAsync();
        await Expect(screen.Page.Locator(".pill")).ToHaveCountAsync(0);
        await Expect(screen.Rows.First).ToContainTextAsync("特急");
    }

    [Fact]
    public async Task Grid_keeps_its_roles_and_the_End_key_reaches_the_last_row()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report([.. Enumerable.Range(1, 2_000).Select(n => Seed.Down(n))]);
        var screen = await world.Open();
        await Expect(screen.Grid).ToHaveAttributeAsync("aria-rowcount", "2001");
        await Expect(screen.Grid).ToMatchAriaSnapshotAsync("""
            - grid "告警列表":
              - rowgroup:
                - row:
                  - columnheader "级别"
                  - columnheader "状态"
                  - columnheader "对象"
              - rowgroup:
                - row:
                  - gridcell
            """);
        await screen.Grid.FocusAsync();
        await screen.Page.Keyboard.PressAsync("End");
        var active = screen.Page.Locator("[role=row][aria-selected=true]");
        await Expect(active).ToHaveAttributeAsync("aria-rowindex", "2001");
        await Expect(active).ToBeInViewportAsync();
        var named = await screen.Grid.GetAttributeAsync("aria-activedescendant");
        Assert.Equal(named, await active.GetAttributeAsync("id"));
        Assert.True(await screen.Page.EvaluateAsync<int>("() => document.querySelectorAll('*').length") < 1_500, "The page holds too many elements.");
    }

    [Fact]
    public async Task New_critical_alarm_is_read_out_once_and_the_ticker_never()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1, Priority.P1));
        var screen = await world.Open();
        await screen.Becomes("live");
        var announcer = screen.Page.GetByTestId("announcer");
        await Expect(announcer).ToHaveAttributeAsync("role", "alert");
        await Expect(announcer).ToBeEmptyAsync();
        await announcer.EvaluateAsync("(e) => { window.__told = []; new MutationObserver(() => window.__told.push(e.textContent)).observe(e, { childList: true, subtree: true, characterData: true }); }");
        await world.Server.Report(Seed.Down(2, Priority.P1), Seed.Down(3, Priority.P3));
        await Expect(announcer).ToContainTextAsync("测试网站2");
        await Expect(screen.Page.Locator(".ticker ol")).ToHaveAttributeAsync("aria-live", "off");
        await world.Server.Report(Seed.Down(4, Priority.P2));
        await Expect(screen.Page.Locator(".counter.p2")).ToContainTextAsync("1");
        var told = await screen.Page.EvaluateAsync<JsonElement>("() => window.__told");
        Assert.Equal(1, told.GetArrayLength());
        await Expect(screen.Page).ToHaveTitleAsync("(2) 特急1 · 值班台");
    }

    [Fact]
    public async Task Filters_live_in_the_address_and_survive_a_reload()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report([.. Seed.Mixed(12)]);
        var screen = await world.Open();
        await screen.Page.GetByLabel("级别", new() { Exact = true }).SelectOptionAsync("P1");
        await Expect(screen.Rows).ToHaveCountAsync(3);
        await Expect(screen.Page).ToHaveURLAsync(Screen.Words(@"\?p=P1"));
        await screen.Page.ReloadAsync();
        await Expect(screen.Rows).ToHaveCountAsync(3);
    }
}
