using System.Text.Json;

namespace Monitor.Browser.Tests;

/// <summary>Messages lost, doubled and out of order; clocks that are wrong; pages that slept.</summary>
public sealed class FeedTests(Chromium chromium)
{
    [Fact]
    public async Task Lost_message_is_asked_for_by_its_number()
    {
        await using var world = await World.Start(chromium);
        var dropped = 0;
        var screen = await world.Open(prepare: page => page.RouteWebSocketAsync(Screen.Words("/live$"), socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                if (Told(frame.Text).Contains("changed") && Interlocked.Exchange(ref dropped, 1) == 0)
                {
                    return;
                }

                socket.Send(frame.Text ?? "");
            });
        }));
        await screen.Becomes("live");
        var filled = screen.Page.WaitForRequestAsync(Screen.Words("/api/live/events"));
        await world.Server.Report(Seed.Down(1));
        await filled;
        await Expect(screen.Rows).ToHaveCountAsync(1);
        await screen.Becomes("live");
    }

    [Fact]
    public async Task Doubled_messages_make_one_row_of_the_newest_version()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open(prepare: page => page.RouteWebSocketAsync(Screen.Words("/live$"), socket =>
        {
            var all = new List<string>();
            var server = socket.ConnectToServer();
            server.OnMessage(frame =>
            {
                var text = frame.Text ?? "";
                socket.Send(text);
                if (Told(text).Contains("changed"))
                {
                    // Everything ever told is told again, oldest last.
                    all.Add(text);
                    all.AsEnumerable().Reverse().ToList().ForEach(socket.Send);
                }
            });
        }));
        await screen.Becomes("live");
        await world.Server.Report(Seed.Down(1));
        await world.Server.Report(Seed.Up(1));
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "全部 " }).ClickAsync();
        await Expect(screen.Rows).ToHaveCountAsync(1);
        await Expect(screen.Rows.First).ToContainTextAsync("已恢复");
        await screen.Becomes("live");
    }

    [Fact]
    public async Task Page_that_slept_is_marked_old_before_anything_is_drawn()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open(prepare: page => page.Clock.InstallAsync());
        await screen.Becomes("live");
        world.Line.Fail(Trouble.Freeze);
        await screen.Page.Clock.FastForwardAsync("10:00");
        var phase = await screen.Page.EvaluateAsync<string>("""
            () => {
              document.dispatchEvent(new Event('visibilitychange'));
              return document.documentElement.dataset.link;
            }
            """);
        Assert.Equal("stale", phase);
        Assert.Equal(0, await screen.CountGreen());
    }

    [Fact]
    public async Task Wrong_clock_of_the_computer_is_told_and_not_believed()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open(prepare: page => page.AddInitScriptAsync("""
            const real = Date;
            window.Date = class extends real {
              constructor(...parts) { if (parts.length) super(...parts); else super(real.now() + 240000); }
              static now() { return real.now() + 240000; }
            };
            """));
        await screen.Becomes("live");
        await Expect(screen.Page.GetByTestId("skew")).ToContainTextAsync(Screen.Words("[34]分"));
        var shown = DateTimeOffset.Parse(
            await screen.Page.Locator("time.clock").GetAttributeAsync("datetime") ?? "", System.Globalization.CultureInfo.InvariantCulture);
        Assert.True((shown - TimeProvider.System.GetUtcNow()).Duration() < TimeSpan.FromSeconds(30), $"The screen shows {shown:O}.");
    }

    [Fact]
    public async Task Failing_panel_says_so_and_leaves_the_list_alone()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1));
        var screen = await world.Open(prepare: page => page.RouteAsync(Screen.Words("/api/alarms/"), route => route.FulfillAsync(new() { Status = 500, Body = "{}" })));
        await screen.Becomes("live");
        await screen.Rows.First.ClickAsync();
        await Expect(screen.Pane).ToContainTextAsync("经过没有取到 · 代码 500");
        await world.Server.Report(Seed.Down(2));
        await Expect(screen.Page.Locator(".counter.p2")).ToContainTextAsync("2");
        await screen.Becomes("live");
    }

    [Fact]
    public async Task Empty_list_says_when_it_was_checked_and_unknown_when_the_line_is_down()
    {
        await using var world = await World.Start(chromium);
        var screen = await world.Open();
        await Expect(screen.Main).ToContainTextAsync(Screen.Words(@"\d\d:\d\d 已核对 \d+ 个对象，无待确认告警"));
        await screen.Photograph("desk-empty-light");
        world.Line.Fail(Trouble.Freeze);
        await screen.Becomes("stale", withinSeconds: 16);
        await Expect(screen.Main).ToContainTextAsync("未知：链路中断");
        await Expect(screen.Main).Not.ToContainTextAsync("无待确认告警");
    }

    /// <summary>The methods called by a frame of SignalR's JSON protocol.</summary>
    private static string[] Told(string? frame) =>
    [
        .. (frame ?? "").Split('\u001e', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => JsonDocument.Parse(part).RootElement)
            .Where(message => message.TryGetProperty("target", out _))
            .Select(message => message.GetProperty("target").GetString() ?? ""),
    ];
}
