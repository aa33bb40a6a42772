using Monitor.Rules.Desk;

namespace Monitor.Browser.Tests;

/// <summary>The line fails in every way lines do: the screen never shows old as new, and misses nothing afterwards.</summary>
public sealed class LinkTests(Chromium chromium)
{
    [Fact]
    public async Task Screen_is_live_when_everything_flows()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open();
        await screen.Becomes("live");
        await Expect(screen.Link).ToContainTextAsync("采集 1/1");
        await Expect(screen.Main).ToHaveAttributeAsync("data-stale", "false");
        Assert.Empty(screen.Faults);
    }

    [Fact]
    public async Task Frozen_line_shows_as_stale_without_any_green_and_loses_nothing()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open();
        await screen.Becomes("live");
        world.Line.Fail(Trouble.Freeze);
        await screen.Becomes("stale", withinSeconds: 16);
        await Expect(screen.Main).ToHaveAttributeAsync("data-stale", "true");
        await Expect(screen.Page.GetByTestId("stale")).ToContainTextAsync(Screen.Words(@"数据停在 \d\d:\d\d:\d\d（.+前）"));
        await Expect(screen.Page.Locator(".counter").First).ToContainTextAsync("截至");
        await Expect(screen.Page).ToHaveTitleAsync(Screen.Words("^⚠过期"));
        Assert.Equal(0, await screen.CountGreen());
        await screen.Photograph("desk-stale-light");
        await world.Server.Report([.. Enumerable.Range(2, 30).Select(n => Seed.Down(n))]);
        world.Line.Heal();
        await screen.Becomes("live");
        await Shows(screen, world.Server);
    }

    [Fact]
    public async Task Refused_line_is_tried_for_ever_and_is_live_soon_after_it_heals()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open();
        await screen.Becomes("live");
        world.Line.Fail(Trouble.Refuse);
        world.Line.Cut();
        await screen.Becomes("stale", withinSeconds: 16);
        await MoreAttempts(world.Line, screen);
        await world.Server.Report(Seed.Down(1), Seed.Down(2));
        world.Line.Heal();
        await screen.Becomes("live", withinSeconds: 6);
        await Shows(screen, world.Server);
    }

    [Fact]
    public async Task Hanging_line_is_given_up_each_time_and_is_live_soon_after_it_heals()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open();
        await screen.Becomes("live");
        world.Line.Fail(Trouble.Hang);
        world.Line.Cut();
        await screen.Becomes("stale", withinSeconds: 16);
        await MoreAttempts(world.Line, screen);
        world.Line.Heal();
        await screen.Becomes("live", withinSeconds: 10);
    }

    [Fact]
    public async Task Blocked_web_sockets_make_it_poll_and_say_so_and_stay_gapless()
    {
        await using var world = await World.Start(chromium);
        world.Line.Fail(Trouble.NoWebSockets);
        var screen = await world.Open();
        await screen.Becomes("polling", withinSeconds: 15);
        await Expect(screen.Link).ToContainTextAsync("轮询模式");
        await world.Server.Report([.. Enumerable.Range(1, 5).Select(n => Seed.Down(n))]);
        await Shows(screen, world.Server);
        await screen.Becomes("polling");
        world.Line.Heal();
        await screen.Becomes("live");
    }

    [Fact]
    public async Task Restarted_server_is_followed_by_a_whole_snapshot_without_ghosts()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1), Seed.Down(2));
        var screen = await world.Open();
        await Shows(screen, world.Server);
        world.Line.Fail(Trouble.Refuse);
        world.Line.Cut();
        await world.Restart();
        await world.Server.Report(Seed.Down(3), Seed.Up(1));
        world.Line.Heal();
        await screen.Becomes("live", withinSeconds: 20);
        await Shows(screen, world.Server);
    }

    [Fact]
    public async Task Slow_screen_does_not_delay_another()
    {
        await using var world = await World.Start(chromium);
        await using var slowLine = new FaultLine(world.Server.Address);
        var quick = await world.Open();
        await using var slow = await Screen.Open(chromium.Need(), slowLine.Address, new());
        await slow.SignIn("lisi");
        await slow.Becomes("live");
        await quick.Becomes("live");
        slowLine.Fail(Trouble.Freeze);
        for (var n = 1; n <= 20; n++)
        {
            await world.Server.Report(Seed.Down(n));
            await Expect(quick.Rows).ToHaveCountAsync(n, new() { Timeout = 1_000 });
        }

        await Expect(slow.Rows).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Each_of_many_changes_is_on_the_screen_within_two_seconds()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open();
        await screen.Becomes("live");
        for (var n = 1; n <= 20; n++)
        {
            await world.Server.Report(Seed.Down(n));
            await Expect(screen.Rows).ToHaveCountAsync(n, new() { Timeout = 2_000 });
        }
    }

    /// <summary>The rows are exactly the alarms the server has.</summary>
    private static async Task Shows(Screen screen, DeskServer server)
    {
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "全部 " }).ClickAsync();
        var known = (await server.Snapshot()).Alarms.Where(a => a.State != AlarmState.Resolved).Select(a => a.Id).ToArray();
        // Polling asks every 5 s, so twice that is the longest wait for any transport.
        await Expect(screen.Grid).ToHaveAttributeAsync("aria-rowcount", $"{known.Length + 1}", new() { Timeout = 10_000 });
        foreach (var id in known.Take(10))
        {
            await screen.Page.Locator("input.ant-input").First.FillAsync(id);
            await Expect(screen.Row(id)).ToHaveCountAsync(1);
        }

        await screen.Page.Locator("input.ant-input").First.FillAsync("");
    }

    private static async Task MoreAttempts(FaultLine line, Screen screen)
    {
        // The screen counts the seconds aloud: a second minute of them proves that trying has not ended.
        var before = line.Attempts;
        await Expect(screen.Page.GetByTestId("stale").Locator("strong")).ToContainTextAsync(Screen.Words("（(2[5-9]|[3-9]\\d)秒前|分"), new() { Timeout = 40_000 });
        Assert.True(line.Attempts >= before + 2, $"Only {line.Attempts - before} attempts in the time after the line failed.");
    }
}
