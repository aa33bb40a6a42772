using Monitor.Rules.Desk;

namespace Monitor.Browser.Tests;

/// <summary>What people do with alarms, also when somebody else was first or the answer is lost.</summary>
public sealed class ActTests(Chromium chromium)
{
    [Fact]
    public async Task Key_a_acknowledges_the_row_in_focus()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1), Seed.Down(2), Seed.Down(3));
        var screen = await world.Open();
        await Expect(screen.Rows).ToHaveCountAsync(3);
        await screen.Rows.First.ClickAsync();
        await screen.Grid.FocusAsync();
        // Pressed as fast as a hand can: the key must act on the row it sees last.
        await screen.Page.Keyboard.PressAsync("j");
        await screen.Page.Keyboard.PressAsync("j");
        await screen.Page.Keyboard.PressAsync("a");
        var last = screen.Rows.Nth(2);
        await Expect(last).ToContainTextAsync("处理中");
        var id = await last.GetAttributeAsync("data-id");
        var held = Assert.Single((await world.Server.Snapshot()).Alarms, a => a.State == AlarmState.Acknowledged);
        Assert.Equal((id, "zhangsan"), (held.Id, held.Owner));
    }

    [Fact]
    public async Task Second_to_acknowledge_sees_who_was_first_and_when()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var first = await world.Open("lisi");
        var second = await world.Open();
        await Expect(second.Rows).ToHaveCountAsync(1);
        var id = await second.Rows.First.GetAttributeAsync("data-id") ?? "";
        // The second screen sends what it saw before the first one acted.
        await second.Page.RouteAsync(Screen.Words("/acknowledge$"), async route =>
        {
            await first.Choose(id);
            await first.Page.Keyboard.PressAsync("a");
            await Expect(first.Row(id)).ToContainTextAsync("处理中");
            await route.ContinueAsync();
        });
        await second.Choose(id);
        await second.Page.Keyboard.PressAsync("a");
        await Expect(second.Pane.Locator(".word")).ToContainTextAsync(Screen.Words(@"(lisi|李四) \d\d:\d\d:\d\d 已?确认"));
        await Expect(second.Row(id)).ToContainTextAsync("处理中");
        await second.Photograph("desk-conflict-light");
        var alarm = Assert.Single((await world.Server.Snapshot()).Alarms);
        Assert.Equal("lisi", alarm.Owner);
    }

    [Fact]
    public async Task Acknowledging_over_a_stale_line_waits_and_is_sent_once_it_heals()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open();
        await Expect(screen.Rows).ToHaveCountAsync(1);
        var id = await screen.Rows.First.GetAttributeAsync("data-id") ?? "";
        await screen.Choose(id);
        world.Line.Fail(Trouble.Freeze);
        await screen.Becomes("stale", withinSeconds: 16);
        await screen.Grid.FocusAsync();
        await screen.Page.Keyboard.PressAsync("a");
        await Expect(screen.Row(id)).ToContainTextAsync("待提交");
        await Expect(screen.Pane.Locator(".word")).ToContainTextAsync("现在还没有生效");
        await Expect(screen.Pane.GetByRole(AriaRole.Button, new() { Name = "办结" })).ToBeDisabledAsync();
        Assert.Equal(AlarmState.Open, Assert.Single((await world.Server.Snapshot()).Alarms).State);
        await screen.Photograph("desk-queued-light");
        world.Line.Heal();
        await Expect(screen.Row(id)).ToContainTextAsync("处理中", new() { Timeout = 15_000 });
        Assert.Equal("zhangsan", Assert.Single((await world.Server.Snapshot()).Alarms).Owner);
    }

    [Fact]
    public async Task Lost_answer_is_shown_as_unknown_and_found_by_its_key()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open();
        await Expect(screen.Rows).ToHaveCountAsync(1);
        var id = await screen.Rows.First.GetAttributeAsync("data-id") ?? "";
        var posts = 0;
        await screen.Page.RouteAsync(Screen.Words("/acknowledge$"), async route =>
        {
            Interlocked.Increment(ref posts);
            await route.FetchAsync();
            await route.AbortAsync();
        });
        var asked = screen.Page.WaitForRequestAsync(Screen.Words("/api/commands/"));
        await screen.Choose(id);
        await screen.Page.Keyboard.PressAsync("a");
        await Expect(screen.Pane.Locator(".word")).ToContainTextAsync("结果未知，核对中");
        await asked;
        await Expect(screen.Pane.Locator(".word")).ToHaveCountAsync(0);
        await Expect(screen.Row(id)).ToContainTextAsync("处理中");
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task Resolving_needs_a_note_and_the_note_stands_in_the_timeline()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open();
        await screen.Rows.First.ClickAsync();
        await screen.Pane.GetByRole(AriaRole.Button, new() { Name = "办结", Exact = true }).ClickAsync();
        await screen.Pane.GetByRole(AriaRole.Button, new() { Name = "提交办结" }).ClickAsync();
        await Expect(screen.Pane.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写明情况");
        await screen.Pane.GetByRole(AriaRole.Textbox).FillAsync("已与运维单位核实，<b>线路</b>恢复");
        await screen.Pane.GetByRole(AriaRole.Button, new() { Name = "提交办结" }).ClickAsync();
        await Expect(screen.Pane).ToContainTextAsync("已与运维单位核实，<b>线路</b>恢复");
        await Expect(screen.Pane).ToContainTextAsync("已结");
    }

    [Fact]
    public async Task Session_that_ended_asks_in_place_and_keeps_what_was_on_the_screen()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open();
        await Expect(screen.Rows).ToHaveCountAsync(1);
        await screen.Context.ClearCookiesAsync();
        await screen.Rows.First.ClickAsync();
        var dialog = screen.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("登录已失效");
        await Expect(screen.Main).ToHaveAttributeAsync("data-stale", "true");
        await Expect(screen.Rows).ToHaveCountAsync(1);
        await screen.Photograph("sign-in-in-place-light");
        await dialog.Locator("input[autocomplete=current-password]").FillAsync(DeskServer.Password);
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToHaveCountAsync(0);
        await screen.Becomes("live");
    }
}
