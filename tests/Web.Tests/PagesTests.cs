using System.Net;
using System.Text.RegularExpressions;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

public sealed partial class PagesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-pages-").FullName;

    [Fact]
    public async Task Page_carries_the_nonce_of_its_own_policy_and_a_new_one_each_time()
    {
        await using var edge = await Built();
        using var browser = new Browser(edge.Server);
        HashSet<string> nonces = [];
        foreach (var path in new[] { "/", "/index.html", "/alarms/test-1" })
        {
            using var answer = await browser.Get(path);
            var nonce = Nonce().Match(answer.Headers.GetValues("Content-Security-Policy").Single()).Groups[1].Value;
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"content=\"{nonce}\"", html);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.True(nonces.Add(nonce));
        }
    }

    [Fact]
    public async Task Hashed_files_are_kept_for_ever_and_the_rest_is_asked_for_again()
    {
        await using var edge = await Built();
        using var browser = new Browser(edge.Server);
        using var asset = await browser.Get("/assets/app-abc123.js");
        using var icon = await browser.Get("/favicon.svg");
        Assert.Contains("immutable", asset.Headers.CacheControl?.ToString());
        Assert.Equal("no-cache", icon.Headers.CacheControl?.ToString());
        using var missing = await browser.Get("/assets/none.js");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Policy_allows_our_own_files_only()
    {
        await using var edge = await Built();
        using var browser = new Browser(edge.Server);
        using var answer = await browser.Get("/api/session");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Program_that_is_not_built_says_so()
    {
        await using var edge = await Edge.Start(("Web:AppPath", folder));
        using var browser = new Browser(edge.Server);
        using var answer = await browser.Get("/");
        Assert.Contains("npm run build", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/none")]
    [InlineData("/api/none.json")]
    public async Task Address_the_api_does_not_have_is_a_problem_and_no_page(string path)
    {
        await using var edge = await Built();
        using var browser = new Browser(edge.Server);
        using var answer = await browser.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Json();
        Assert.Equal("找不到", problem.GetProperty("title").GetString());
        Assert.True(problem.TryGetProperty("en", out _));
    }

    [Fact]
    public async Task Body_that_is_no_json_is_a_problem_that_names_the_place()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.Visit();
        using var answer = await browser.Post("/api/session", new StringContent("{\"name\": 7}", null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Json()).GetProperty("errors").TryGetProperty("$.name", out _));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<Edge> Built()
    {
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        File.WriteAllText(Path.Combine(folder, "index.html"), "<meta name=\"csp-nonce\" content=\"__CSP_NONCE__\">");
        File.WriteAllText(Path.Combine(folder, "assets/app-abc123.js"), "1");
        File.WriteAllText(Path.Combine(folder, "favicon.svg"), "<svg/>");
        return Edge.Start(("Web:AppPath", folder));
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
