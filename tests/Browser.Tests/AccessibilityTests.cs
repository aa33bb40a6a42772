namespace Monitor.Browser.Tests;

/// <summary>Every screen in every state, held to WCAG 2.2 AA, and photographed.</summary>
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData("light", "zh", 1920, 1080)]
    [InlineData("dark", "zh", 1920, 1080)]
    [InlineData("light", "zh", 1366, 768)]
    [InlineData("dark", "en", 1366, 768)]
    public async Task Screens_are_accessible(string theme, string language, int width, int height)
    {
        await using var world = await World.Start(chromium);
        await world.Server.Register([.. Enumerable.Range(1, 12).Select(n => Seed.Site(n, $"{world.Server.Address}?site={n}"))]);
        var screen = await world.Open(look: new(theme, language, width, height));
        var mark = $"{theme}-{language}-{width}";
        await Check(screen, $"desk-first-{mark}");
        await world.Server.Report([.. Seed.Mixed(40)]);
        await Expect(screen.Rows).Not.ToHaveCountAsync(0);
        await Check(screen, $"desk-{mark}");
        await screen.Rows.Nth(1).ClickAsync();
        await Expect(screen.Pane.Locator("ol li").First).ToBeVisibleAsync();
        await Check(screen, $"alarm-{mark}");
        await screen.Go("/sites");
        await Expect(screen.Rows).ToHaveCountAsync(12);
        await Check(screen, $"sites-{mark}");
        await screen.Page.Locator(".page button").First.ClickAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Check(screen, $"import-{mark}");
        await screen.Go($"/sites/{Seed.Target(1)}");
        await Expect(screen.Page.Locator(".checks .check")).ToHaveCountAsync(5);
        await Check(screen, $"site-{mark}");
        Assert.Empty(screen.Faults);
    }

    [Fact]
    public async Task Sign_in_is_accessible_and_tells_a_wrong_password()
    {
        await using var world = await World.Start(chromium);
        await using var screen = await Screen.Open(chromium.Need(), world.Line.Address, new());
        await screen.Go("/");
        await Expect(screen.Page.Locator("input[autocomplete=username]")).ToBeFocusedAsync();
        await Check(screen, "sign-in-light");
        await screen.Page.Keyboard.TypeAsync("nobody");
        await screen.Page.Keyboard.PressAsync("Tab");
        await screen.Page.Keyboard.TypeAsync("wrong");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("用户名或密码不正确");
        await Check(screen, "sign-in-wrong-light");
    }

    [Fact]
    public async Task Stale_screen_is_accessible_in_the_dark()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report([.. Seed.Mixed(20)]);
        var screen = await world.Open(look: new("dark"));
        await screen.Becomes("live");
        world.Line.Fail(Trouble.Freeze);
        await screen.Becomes("stale", withinSeconds: 16);
        Assert.Equal(0, await screen.CountGreen());
        await Check(screen, "desk-stale-dark");
    }

    [Fact]
    public async Task Shapes_stay_when_colours_are_forced_and_every_button_is_large_enough()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report([.. Seed.Mixed(8)]);
        var screen = await world.Open(look: new(ForcedColors: true));
        await Expect(screen.Rows).Not.ToHaveCountAsync(0);
        await screen.Rows.First.ClickAsync();
        await Expect(screen.Rows.First.Locator(".sev svg.shape")).ToBeVisibleAsync();
        await Expect(screen.Rows.First.Locator(".sev")).ToContainTextAsync("P1");
        var small = await screen.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, a[href], select, input, [role=switch]')]
              .filter((e) => e.checkVisibility() && !e.matches('.skip, .ant-input-affix-wrapper input') && getComputedStyle(e).display !== 'inline')
              .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 80)])
              .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24))
              .map(([box, html]) => `${box.width}x${box.height} ${html}`)
            """);
        Assert.Empty(small);
        await screen.Photograph("desk-forced-colors");
    }

    private static async Task Check(Screen screen, string name)
    {
        await screen.Photograph(name);
        await screen.MustBeAccessible(name);
    }
}
