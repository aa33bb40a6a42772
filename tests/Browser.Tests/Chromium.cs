using Monitor.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

// Every test has a server and a browser of its own kind of trouble; two at a time is what a small machine bears.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Monitor.Browser.Tests;

/// <summary>The one browser all tests share; each test has its own contexts in it. Where there is no Chromium the tests say so and are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // Nothing on these pages is drawn by a GPU, and a browser under test must not talk to anybody but us.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--font-render-hinting=none",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Path() is { } path && File.Exists(System.IO.Path.Combine(Repo.App, "index.html")))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>The browser, or the test is skipped with what is missing.</summary>
    public IBrowser Need()
    {
        Assert.SkipWhen(Path() is null, $"No Chromium: install the package chromium, or name one in MONITOR_CHROMIUM. Looked at {string.Join(", ", Places)}.");
        Assert.SkipWhen(browser is null, $"No browser program in {Repo.App}: run npm ci && npm run build in web/app.");
        return browser!;
    }

    private static string? Path() =>
        new[] { Environment.GetEnvironmentVariable("MONITOR_CHROMIUM") }.Concat(Places).FirstOrDefault(File.Exists);
}
