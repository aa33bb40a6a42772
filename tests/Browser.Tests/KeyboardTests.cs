namespace Monitor.Browser.Tests;

/// <summary>Everything by keys alone, and no key where a person is writing.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Desk_is_worked_by_keys_alone()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1), Seed.Down(2));
        var screen = await world.Open();
        await Expect(screen.Rows).ToHaveCountAsync(2);
        var keys = screen.Page.Keyboard;
        for (var n = 0; n < 40 && await screen.Grid.EvaluateAsync<bool>("(e) => e !== document.activeElement"); n++)
        {
            await keys.PressAsync("Tab");
        }

        await Expect(screen.Grid).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("a");
        await Expect(screen.Rows.First).ToContainTextAsync("处理中");
        await keys.PressAsync("n");
        await Expect(screen.Pane.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await keys.TypeAsync("a n j k 已电话核实");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(screen.Pane).ToContainTextAsync("a n j k 已电话核实");
        await screen.Grid.FocusAsync();
        await keys.PressAsync("?");
        await Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("键盘操作");
        await screen.Photograph("help-light");
        await keys.PressAsync("Escape");
        await Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await screen.Grid.FocusAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("s");
        await Expect(screen.Page).ToHaveURLAsync(Screen.Words("/sites$"));
    }

    [Fact]
    public async Task Single_keys_do_nothing_when_turned_off_or_while_composing()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var posts = 0;
        var screen = await world.Open();
        screen.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;
        await Expect(screen.Rows).ToHaveCountAsync(1);
        var id = await screen.Rows.First.GetAttributeAsync("data-id") ?? "";
        await screen.Choose(id);
        await screen.Grid.EvaluateAsync("(e) => e.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true }))");
        await screen.Grid.EvaluateAsync("(e) => e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code: 'KeyA', bubbles: true }))");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "设置" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Switch, new() { Name = "单键操作" }).ClickAsync();
        await screen.Photograph("settings-light");
        await screen.Page.Keyboard.PressAsync("Escape");
        await screen.Choose(id);
        await screen.Page.Keyboard.PressAsync("a");
        await screen.Page.Keyboard.PressAsync("?");
        await Expect(screen.Row(id)).ToContainTextAsync("未确认");
        await Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal(0, posts);
    }
}
