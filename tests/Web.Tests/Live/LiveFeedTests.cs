using System.Net;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests.Live;

public sealed class LiveFeedTests
{
    [Fact]
    public async Task Screen_gets_a_pulse_at_once_and_then_every_change_in_order()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        using var screen = await browser.Watch();
        Assert.Equal(0, (await screen.Next("pulse")).GetProperty("headSeq").GetInt64());

        await Heard(edge);
        edge.Desk.Tell(Samples.Event(1), Samples.Event(2));
        edge.Desk.Tell(Samples.Event(3));
        Assert.Equal([1, 2, 3], await screen.SequenceUntil(3));
    }

    [Fact]
    public async Task Change_that_was_never_told_reaches_the_screen_from_the_ledger()
    {
        await using var edge = await Edge.Start();
        edge.Ledger.Events.AddRange(Samples.Events(1, 4));
        using var browser = await edge.SignIn(Roles.Viewer);
        using var screen = await browser.Watch();
        await screen.Next("pulse");
        await Heard(edge);
        edge.Desk.Tell(Samples.Event(1));
        edge.Desk.Tell(Samples.Event(4));
        Assert.Equal([1, 2, 3, 4], await screen.SequenceUntil(4));
    }

    [Fact]
    public async Task Hostile_title_travels_as_inert_text()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        using var screen = await browser.Watch();
        await screen.Next("pulse");
        await Heard(edge);
        edge.Desk.Tell(Samples.Event(1));
        var alarm = (await screen.Next("changed"))[0].GetProperty("alarm");
        Assert.Equal("<script>alert(1)</script>", alarm.GetProperty("evidence")[0].GetProperty("value").GetString());
        Assert.Equal("P1", alarm.GetProperty("priority").GetString());
        Assert.Equal("open", alarm.GetProperty("state").GetString());
        Assert.Equal("siteDown", alarm.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Page_of_another_site_cannot_open_the_feed()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        await Assert.ThrowsAnyAsync<Exception>(() => browser.Watch("https://evil.example"));
        using var own = await browser.Watch("http://localhost");
    }

    [Theory]
    [InlineData(1, 10, 200)]
    [InlineData(1, 2_100, 200)]
    [InlineData(2, 2_100, 410)]
    [InlineData(1, 2_101, 410)]
    [InlineData(1, 99, 410)]
    [InlineData(1, -1, 410)]
    public async Task Gap_is_filled_or_refused(long epoch, long after, int status)
    {
        await using var edge = await Edge.Start();
        // The head is 2,100, and the ledger was pruned below 101; 10 is more than 2,000 behind.
        edge.Desk.Head = after == 10 ? 12 : 2_100;
        edge.Ledger.Events.AddRange(Samples.Events(after == 10 ? 1 : 101, edge.Desk.Head));
        using var browser = await edge.SignIn(Roles.Viewer);
        using var answer = await browser.Get($"/api/live/events?epoch={epoch}&after={after}");
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Filled_gap_has_every_change_up_to_the_head()
    {
        await using var edge = await Edge.Start();
        edge.Desk.Head = 2_010;
        edge.Ledger.Events.AddRange(Samples.Events(1, 2_010));
        using var browser = await edge.SignIn(Roles.Viewer);
        var filled = await browser.Get("/api/live/events?epoch=1&after=10").Json();
        Assert.Equal(
            Enumerable.Range(11, 2_000).Select(i => (long)i),
            filled.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("seq").GetInt64()));
        Assert.Equal(2_010, filled.GetProperty("pulse").GetProperty("headSeq").GetInt64());
    }

    [Fact]
    public async Task Hole_in_the_ledger_is_never_passed_off_as_filled()
    {
        await using var edge = await Edge.Start();
        edge.Desk.Head = 5;
        edge.Ledger.Events.AddRange([Samples.Event(3), Samples.Event(5)]);
        using var browser = await edge.SignIn(Roles.Viewer);
        using var answer = await browser.Get("/api/live/events?epoch=1&after=2");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task Snapshot_is_the_pulse_and_the_alarms()
    {
        await using var edge = await Edge.Start();
        edge.Desk.Head = 7;
        using var browser = await edge.SignIn(Roles.Viewer);
        var snapshot = await browser.Get("/api/live/snapshot").Json();
        Assert.Equal(7, snapshot.GetProperty("pulse").GetProperty("headSeq").GetInt64());
        Assert.Equal("test-1", snapshot.GetProperty("alarms")[0].GetProperty("id").GetString());
    }

    /// <summary>Waits until the relay listens.</summary>
    private static async Task Heard(Edge edge)
    {
        var patience = TimeProvider.System.GetTimestamp();
        while (edge.Desk.Observers.Count == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(20), "The relay did not subscribe.");
            await Task.Yield();
        }
    }
}
