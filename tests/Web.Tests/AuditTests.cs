using System.Net;
using Monitor.Grains;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed class AuditTests
{
    private static readonly (string, string)[] Headers = [("Idempotency-Key", "key-00000001"), ("If-Match", "\"1\"")];

    [Fact]
    public async Task Write_has_one_row_with_person_act_subject_and_outcome()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Duty, "wang");
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { note = "已联系" }, Headers);
        var row = Assert.Single(edge.Audit.Rows, r => r.Action == "alarm.acknowledge");
        Assert.Equal(("wang", "test-1", "done", "已联系"), (row.By, row.Subject, row.Outcome, row.Detail));
    }

    [Fact]
    public async Task Refused_and_failed_writes_have_rows_too()
    {
        await using var edge = await Edge.Start();
        using var viewer = await edge.SignIn(Roles.Viewer, "guest");
        using var duty = await edge.SignIn(Roles.Duty, "wang");
        using var forbidden = await viewer.Post("/api/alarms/test-1/acknowledge", new { }, Headers);
        edge.Desk.Answer = _ => new(CommandResult.Conflict, Samples.Alarm());
        using var conflict = await duty.Post("/api/alarms/test-1/acknowledge", new { }, Headers);
        edge.Desk.Answer = _ => throw new InvalidOperationException("secret inside");
        using var failed = await duty.Post("/api/alarms/test-1/acknowledge", new { }, Headers);
        Assert.Equal(
            [("guest", "refused 403"), ("wang", "refused 409"), ("wang", "failed 500")],
            edge.Audit.Rows.Where(r => r.Action == "alarm.acknowledge").Select(r => (r.By, r.Outcome)));
        Assert.DoesNotContain("secret inside", await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sign_ins_have_rows_without_secrets()
    {
        await using var edge = await Edge.Start();
        await edge.Add("wang", Roles.Duty);
        using var browser = await edge.Visit();
        using var wrong = await browser.SignIn("wang", "wrong-password-1");
        using var mistyped = await browser.SignIn("my-secret-password-9", "");
        using var right = await browser.SignIn("wang", Edge.Password);
        Assert.Equal(
            [("wang", "refused 401"), ("(unknown)", "refused 401"), ("wang", "done")],
            edge.Audit.Rows.Select(r => (r.By, r.Outcome)));
        Assert.DoesNotContain(edge.Audit.Rows, r => $"{r.By}{r.Subject}{r.Detail}".Contains("password"));
    }

    [Fact]
    public async Task Nobody_cannot_fill_the_trail()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.Visit();
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Headers);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(edge.Audit.Rows);
    }

    [Fact]
    public async Task Trail_that_cannot_be_written_does_not_undo_what_was_done()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Duty);
        edge.Audit.Broken = true;
        using var answer = await browser.Post("/api/alarms/test-1/acknowledge", new { }, Headers);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Trail_is_read_newest_first_by_leads()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        using var probe = await lead.Post($"/api/sites/{Samples.SiteId}/probe");
        var items = (await lead.Get("/api/audit?size=1").Json()).GetProperty("items");
        Assert.Equal("site.probe", items[0].GetProperty("action").GetString());
        Assert.Equal(1, items.GetArrayLength());
    }
}
