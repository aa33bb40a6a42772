using System.Net;
using System.Text;
using Monitor.Grains;
using Monitor.Rules;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed class SitesTests
{
    private static object Body(string id = "5304000002", double interval = 300, string url = "https://b.example.gov.cn/") =>
        new { id, name = "某县人民政府", url, organizer = "某县人民政府办公室", level = "county", isPortal = true, intervalSeconds = interval, keywords = new[] { "政府" } };

    [Fact]
    public async Task Site_is_added_once()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        using var added = await lead.Post("/api/sites", Body());
        using var again = await lead.Post("/api/sites", Body());
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal(300, (await added.Json()).GetProperty("intervalSeconds").GetDouble());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(5), edge.Register.Known["5304000002"].Interval);
    }

    [Fact]
    public async Task Fields_that_are_not_allowed_are_named_all_at_once()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        using var answer = await lead.Post("/api/sites", Body(id: "12", interval: 1e300, url: "file:///etc/passwd"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["id", "intervalSeconds", "url"], (await answer.Json()).GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
    }

    [Fact]
    public async Task Change_needs_the_version_in_force()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        var path = $"/api/sites/{Samples.SiteId}";
        using var blind = await lead.Send(HttpMethod.Put, path, Body());
        using var old = await lead.Send(HttpMethod.Put, path, Body(), ("If-Match", "\"9\""));
        using var good = await lead.Send(HttpMethod.Put, path, Body(), ("If-Match", "\"1\""));
        using var none = await lead.Send(HttpMethod.Put, "/api/sites/5304009999", Body(), ("If-Match", "\"1\""));
        Assert.Equal([428, 409, 200, 404], new[] { blind, old, good, none }.Select(a => (int)a.StatusCode));
        Assert.Equal(1, (await old.Json()).GetProperty("profile").GetProperty("version").GetInt32());
        Assert.Equal("某县人民政府", edge.Register.Known[Samples.SiteId].Name);
    }

    [Fact]
    public async Task Change_of_the_profile_keeps_pause_and_maintenance()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        var path = $"/api/sites/{Samples.SiteId}";
        using var paused = await lead.Post(path + "/pause");
        using var changed = await lead.Send(HttpMethod.Put, path, Body(), ("If-Match", "\"2\""));
        Assert.True((await changed.Json()).GetProperty("paused").GetBoolean());
        using var resumed = await lead.Post(path + "/resume");
        Assert.False(edge.Register.Known[Samples.SiteId].Paused);
    }

    [Fact]
    public async Task Maintenance_is_planned_with_its_author_and_taken_back()
    {
        await using var edge = await Edge.Start();
        using var duty = await edge.SignIn(Roles.Duty, "wang");
        var path = $"/api/sites/{Samples.SiteId}/maintenance";
        var from = TimeProvider.System.GetUtcNow().AddHours(1);
        using var planned = await duty.Post(path, new { from, until = from.AddHours(2), reason = "机房检修" });
        Assert.Equal("wang", (await planned.Json()).GetProperty("maintenance")[0].GetProperty("by").GetString());

        using var backwards = await duty.Post(path, new { from, until = from.AddHours(-2), reason = "机房检修" });
        using var silent = await duty.Post(path, new { from, until = from.AddHours(2), reason = "" });
        Assert.Equal([400, 400], new[] { backwards, silent }.Select(a => (int)a.StatusCode));

        using var cancelled = await duty.Send(HttpMethod.Delete, $"{path}?from={Uri.EscapeDataString(from.ToString("O"))}");
        Assert.Equal(0, (await cancelled.Json()).GetProperty("maintenance").GetArrayLength());
    }

    [Fact]
    public async Task Site_is_looked_at_now_and_removed()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        using var looked = await lead.Post($"/api/sites/{Samples.SiteId}/probe");
        using var removed = await lead.Send(HttpMethod.Delete, $"/api/sites/{Samples.SiteId}");
        using var gone = await lead.Get($"/api/sites/{Samples.SiteId}");
        Assert.Equal([202, 204, 404], new[] { looked, removed, gone }.Select(a => (int)a.StatusCode));
        Assert.Equal([Samples.SiteId], edge.Register.LookedAt);
    }

    [Fact]
    public async Task Site_never_seen_is_unknown_and_not_normal()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        var site = await browser.Get($"/api/sites/{Samples.SiteId}").Json();
        Assert.Equal("unknown", site.GetProperty("condition").GetString());
        Assert.Equal("unseen", site.GetProperty("availability").GetProperty("state").GetString());
        Assert.Equal(300, site.GetProperty("profile").GetProperty("intervalSeconds").GetDouble());
    }

    [Fact]
    public async Task Site_of_another_region_is_not_shown()
    {
        await using var edge = await Edge.Start();
        edge.Register.Known["5304000003"] = Samples.Site("5304000003") with { Region = "elsewhere" };
        using var browser = await edge.SignIn(Roles.Admin);
        using var answer = await browser.Get("/api/sites/5304000003");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task List_has_rows_counts_and_a_page()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        using var answer = await browser.Get("/api/sites?q=人民政府&condition=normal&sort=seenAt&size=999");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var list = await answer.Json();
        Assert.Equal(Samples.SiteId, list.GetProperty("items")[0].GetProperty("profile").GetProperty("id").GetString());
        Assert.Equal(1, list.GetProperty("counts").GetProperty("normal").GetInt32());
        Assert.Equal(200, list.GetProperty("size").GetInt32());
        using var wrong = await browser.Get("/api/sites?sort=password");
        using var number = await browser.Get("/api/sites?condition=1");
        Assert.Equal([400, 400], new[] { wrong, number }.Select(a => (int)a.StatusCode));
    }

    [Fact]
    public async Task Long_history_keeps_the_slowest_look_and_the_failures()
    {
        await using var edge = await Edge.Start();
        var start = TimeProvider.System.GetUtcNow().AddHours(-90);
        edge.Register.Looks.AddRange(Enumerable.Range(0, 9_000).Select(i => new Sample(
            start.AddSeconds(36 * i), i == 4_321 ? FailureClass.Timeout : null, i == 4_321 ? 15_000 : 100, 50)));
        using var browser = await edge.SignIn(Roles.Viewer);
        var samples = (await browser.Get($"/api/sites/{Samples.SiteId}/history?hours=100").Json()).GetProperty("samples").EnumerateArray().ToList();
        Assert.True(samples.Count <= 2_000);
        Assert.Equal(9_000, samples.Sum(s => s.GetProperty("count").GetInt32()));
        Assert.Equal(15_000, samples.Max(s => s.GetProperty("totalMs").GetInt32()));
        Assert.Equal("timeout", Assert.Single(samples, s => s.TryGetProperty("failure", out _)).GetProperty("failure").GetString());
    }

    [Fact]
    public async Task Sheet_is_tried_dry_and_then_taken()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        const string Sheet = "网站标识码,网站名称,首页网址\n5304000002,某县人民政府,https://b.example.gov.cn/\n坏的,某局,https://c.example.gov.cn/\n";
        var dry = await lead.Post("/api/sites/import?dryRun=true", Csv(Sheet)).Json();
        Assert.Equal("5304000002", dry.GetProperty("added")[0].GetString());
        Assert.Single(edge.Register.Known);

        var done = await lead.Post("/api/sites/import", Csv(Sheet)).Json();
        var rejected = Assert.Single(done.GetProperty("rejected").EnumerateArray());
        Assert.Equal((3, "网站标识码", "坏的"), (rejected.GetProperty("line").GetInt32(), rejected.GetProperty("column").GetString(), rejected.GetProperty("value").GetString()));
        Assert.Equal(2, edge.Register.Known.Count);
        Assert.Contains(edge.Audit.Rows, r => r is { Action: "site.import", Detail: "added 1, changed 0, unchanged 0, faults 1" });
    }

    [Fact]
    public async Task Sheet_in_gb18030_comes_as_a_form_too()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes("网站标识码,网站名称,首页网址\n5304000002,某县人民政府,https://b.example.gov.cn/\n");
        var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "台账.csv" } };
        using var answer = await lead.Post("/api/sites/import", form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("某县人民政府", edge.Register.Known["5304000002"].Name);
    }

    [Fact]
    public async Task Sheet_that_is_no_text_or_too_large_is_refused()
    {
        await using var edge = await Edge.Start();
        using var lead = await edge.SignIn(Roles.Lead);
        using var image = await lead.Post("/api/sites/import", new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0, 0, 0xFF]));
        using var large = await lead.Post("/api/sites/import", new ByteArrayContent(new byte[(20 * 1024 * 1024) + 1]));
        Assert.Equal("encoding", await image.Kind());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("too-large", await large.Kind());
    }

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");
}
