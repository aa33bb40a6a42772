using System.Net;
using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed class CommandTests
{
    private static readonly (string, string) Key = ("Idempotency-Key", "key-00000001");
    private static readonly (string, string) Version = ("If-Match", "\"3\"");

    [Fact]
    public async Task Command_reaches_the_desk_with_key_version_person_and_note()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Duty, "wang");
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { note = " 已联系 " }, Key, Version);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new DeskCommand("key-00000001", DeskVerb.Acknowledge, "test-1", 3, "wang", "已联系"), Assert.Single(edge.Desk.Commands));
        Assert.Equal(4, (await answer.Json()).GetProperty("alarm").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Command_without_key_or_version_never_reaches_the_desk()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Duty);
        using var noKey = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Version);
        using var shortKey = await browser.Post("/api/alarms/test-1/acknowledge", new { }, ("Idempotency-Key", "short"), Version);
        using var noVersion = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Key);
        using var badVersion = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Key, ("If-Match", "*"));
        Assert.Equal([400, 400, 428, 400], new[] { noKey, shortKey, noVersion, badVersion }.Select(a => (int)a.StatusCode));
        Assert.Empty(edge.Desk.Commands);
    }

    [Fact]
    public async Task Note_needs_no_version_and_resolving_needs_a_note()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Duty);
        using var note = await browser.Post("/api/alarms/test-1/note", new { note = "值班电话已打" }, Key);
        using var silent = await browser.Post("/api/alarms/test-1/resolve", new { note = " " }, Key, Version);
        Assert.Equal(HttpStatusCode.OK, note.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
    }

    [Fact]
    public async Task Conflict_tells_who_was_first_and_shows_the_alarm_as_it_is()
    {
        await using var edge = await Edge.Start();
        edge.Ledger.Events.AddRange([Samples.Event(1), Samples.Event(1, by: "zhang", kind: AlarmEventKind.Acknowledged)]);
        edge.Desk.Answer = _ => new(CommandResult.Conflict, Samples.Alarm(version: 7));
        using var browser = await edge.SignIn(Roles.Duty);
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Key, Version);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await answer.Json();
        Assert.Equal("zhang", problem.GetProperty("by").GetString());
        Assert.Equal(7, problem.GetProperty("alarm").GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData(CommandResult.NotFound, 404)]
    [InlineData(CommandResult.Refused, 422)]
    public async Task Refusal_of_the_desk_has_its_status(CommandResult result, int status)
    {
        await using var edge = await Edge.Start();
        edge.Desk.Answer = _ => new(result, null, new("不行。", "No."));
        using var browser = await edge.SignIn(Roles.Duty);
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Key, Version);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Key_used_for_another_alarm_is_not_taken_for_this_one()
    {
        await using var edge = await Edge.Start();
        edge.Desk.Answer = _ => new(CommandResult.Done, Samples.Alarm("test-2"));
        using var browser = await edge.SignIn(Roles.Duty);
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Key, Version);
        Assert.Equal("idempotency-key-reused", await answer.Kind());
    }

    [Fact]
    public async Task Command_whose_answer_was_lost_can_be_asked_for_by_its_key()
    {
        await using var edge = await Edge.Start();
        edge.Ledger.Events.Add(Samples.Event(1, by: "wang", key: "key-00000001"));
        using var browser = await edge.SignIn(Roles.Viewer);
        Assert.True((await browser.Get("/api/commands/key-00000001").Json()).GetProperty("done").GetBoolean());
        using var unknown = await browser.Get("/api/commands/key-00000002");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Desk_that_times_out_leaves_the_outcome_unknown_and_says_so()
    {
        await using var edge = await Edge.Start();
        edge.Desk.Answer = _ => throw new TimeoutException();
        using var browser = await edge.SignIn(Roles.Duty);
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Key, Version);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("timed-out", await answer.Kind());
    }
}
