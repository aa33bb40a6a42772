namespace Monitor.Browser.Tests;

/// <summary>A server behind a line that can fail, and the screens that look at it; all of it gone after the test.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly IBrowser browser;
    private readonly string data = Directory.CreateTempSubdirectory("monitor-browser-").FullName;
    private readonly List<Screen> screens = [];

    private World(IBrowser browser) => this.browser = browser;

    public DeskServer Server { get; private set; } = null!;

    public FaultLine Line { get; private set; } = null!;

    public static async Task<World> Start(Chromium chromium)
    {
        var world = new World(chromium.Need());
        world.Server = await DeskServer.Start(world.data);
        world.Line = new(world.Server.Address);
        return world;
    }

    /// <summary>A screen of its own browser context, signed in and looking at the desk through the line.</summary>
    public async Task<Screen> Open(string name = "zhangsan", Look? look = null, Func<IPage, Task>? prepare = null)
    {
        var screen = await Screen.Open(browser, Line.Address, look ?? new());
        screens.Add(screen);
        if (prepare is not null)
        {
            await prepare(screen.Page);
        }

        await screen.SignIn(name);
        return screen;
    }

    /// <summary>The server ends and a new one starts on the same port and the same data.</summary>
    public async Task Restart()
    {
        var port = Server.Address.Port;
        await Server.DisposeAsync();
        Server = await DeskServer.Start(data, port);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens)
        {
            await screen.DisposeAsync();
        }

        await Line.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
