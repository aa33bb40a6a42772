using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Silo.Watching;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests;

/// <summary>The program as it is shipped, with its real grains and database, in process.</summary>
public sealed class WholeProgramTests : IAsyncLifetime
{
    private const string Password = "First-Administrator-1!";
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-whole-").FullName;
    private readonly WebApplicationFactory<Program> program;

    public WholeProgramTests() => program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("Urls", "http://127.0.0.1:0")
        .UseSetting("Store:Path", Path.Combine(folder, "monitor.db"))
        .UseSetting("Web:KeysPath", Path.Combine(folder, "keys"))
        .UseSetting(FirstAdministrator.PasswordVariable, Password));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Site_that_is_added_and_cannot_be_found_is_an_alarm_on_the_screen_that_can_be_acknowledged()
    {
        using var browser = await SignIn();
        using var screen = await browser.Watch();
        using (var added = await browser.Post("/api/sites", new
        {
            id = "5304000001", name = "某市人民政府", url = "https://no-such-name.invalid/", organizer = "某市人民政府办公室", level = "city", intervalSeconds = 60,
        }))
        {
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        var alarm = (await screen.Next("changed"))[0].GetProperty("alarm");
        Assert.Equal("siteDown", alarm.GetProperty("code").GetString());

        var version = alarm.GetProperty("version").GetInt32();
        var path = $"/api/alarms/{alarm.GetProperty("id").GetString()}/acknowledge";
        (string, string)[] headers = [("Idempotency-Key", "whole-program-1"), ("If-Match", $"\"{version}\"")];
        using var first = await browser.Post(path, new { note = "已联系" }, headers);
        using var again = await browser.Post(path, new { note = "已联系" }, headers);
        using var stale = await browser.Post(path, new { }, ("Idempotency-Key", "whole-program-2"), ("If-Match", $"\"{version}\""));
        Assert.Equal([200, 200, 409], new[] { first, again, stale }.Select(a => (int)a.StatusCode));
        Assert.Equal("admin", (await stale.Json()).GetProperty("by").GetString());

        var acts = (await browser.Get("/api/audit").Json()).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("action").GetString());
        Assert.Equal(3, acts.Count(act => act == "alarm.acknowledge"));
    }

    [Fact]
    public async Task Everything_it_measures_is_clean_to_promtool()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/promtool"), "promtool is not installed (apt install prometheus).");
        using var browser = await SignIn();
        using var answer = await browser.Get("/metrics");
        using var promtool = Process.Start(new ProcessStartInfo("/usr/bin/promtool", "check metrics") { RedirectStandardInput = true, RedirectStandardError = true })!;
        await promtool.StandardInput.WriteAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        promtool.StandardInput.Close();
        var said = await promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(promtool.ExitCode == 0, said);
    }

    [Fact]
    public async Task It_is_ready()
    {
        using var browser = await SignIn();
        await program.Services.GetRequiredService<WakeUp>().Woken.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        using var ready = await browser.Get("/readyz");
        Assert.True(ready.IsSuccessStatusCode, await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Browser> SignIn()
    {
        var browser = new Browser(program.Server);
        await browser.Get("/api/session");
        (await browser.SignIn(FirstAdministrator.Name, Password)).EnsureSuccessStatusCode();
        return browser;
    }
}
