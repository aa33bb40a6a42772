using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Monitor.Browser.Tests;

/// <summary>One officer's screen.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private static readonly string[] Standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    private readonly Uri address;
    private readonly List<string> faults = [];

    private Screen(IBrowserContext context, IPage page, Uri address) => (Context, Page, this.address) = (context, page, address);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>链路签.</summary>
    public ILocator Link => Page.Locator(".link-sign");

    public ILocator Main => Page.Locator("main");

    public ILocator Grid => Page.GetByRole(AriaRole.Grid);

    public ILocator Rows => Page.Locator("[role=row][data-id]");

    public ILocator Pane => Page.Locator("aside.pane");

    /// <summary>Errors of the page itself and breaches of its content policy.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<Screen> Open(IBrowser browser, Uri address, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ForcedColors = look.ForcedColors ? ForcedColors.Active : null,
        });
        await context.AddInitScriptAsync(
            $$"""localStorage.setItem('monitor.preferences', JSON.stringify({ theme: '{{look.Theme}}', language: '{{look.Language}}' }));""");
        var page = await context.NewPageAsync();
        var screen = new Screen(context, page, address);
        page.PageError += (_, error) => screen.faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                screen.faults.Add(message.Text);
            }
        };
        return screen;
    }

    public async Task SignIn(string name)
    {
        await Go("/");
        await Page.Locator("input[autocomplete=username]").FillAsync(name);
        await Page.Locator("input[autocomplete=current-password]").FillAsync(DeskServer.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Main).ToBeVisibleAsync();
        await Expect(Link).ToBeVisibleAsync();
    }

    public Task Go(string path) => Page.GotoAsync(new Uri(address, path).ToString());

    public ILocator Row(string alarmId) => Page.Locator($"[role=row][data-id='{alarmId}']");

    /// <summary>Waits until the link is as told: live, syncing, polling or stale.</summary>
    public Task Becomes(string phase, int withinSeconds = 10) =>
        Expect(Link).ToHaveAttributeAsync("data-phase", phase, new() { Timeout = withinSeconds * 1000 });

    /// <summary>Puts the focus on a row, as a person does before using the keys.</summary>
    public async Task Choose(string alarmId)
    {
        await Row(alarmId).ClickAsync();
        await Grid.FocusAsync();
        await Expect(Row(alarmId)).ToHaveAttributeAsync("aria-selected", "true");
    }

    /// <summary>Nothing on the screen may breach WCAG 2.2 AA as far as a machine can tell.</summary>
    public async Task MustBeAccessible(string what)
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Standards] } });
        var told = result.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        Assert.True(result.Violations.Length == 0, $"{what}:\n{string.Join('\n', told)}");
    }

    public Task Photograph(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Repo.Screens, $"{name}.png") });

    /// <summary>Elements whose computed colours are those of 正常, in either theme.</summary>
    public Task<int> CountGreen() => Page.EvaluateAsync<int>("""
        () => [...document.querySelectorAll('main *')].filter((e) => {
          const style = getComputedStyle(e);
          return [style.color, style.backgroundColor, style.fill, style.borderTopColor].some((c) =>
            ['rgb(0, 104, 79)', 'rgb(1, 185, 142)', 'rgb(0, 197, 147)'].includes(c));
        }).length
        """);

    public static Regex Words(string pattern) => new(pattern);

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
