namespace Monitor.Browser.Tests;

/// <summary>Words of a hacked page reach the screen as words.</summary>
public sealed class HostileTests(Chromium chromium)
{
    private const string Poison = "<script>window.__pwned=1</script><img src=x onerror=\"window.__pwned=1\">javascript:window.__pwned=1";

    [Fact]
    public async Task Markup_in_evidence_is_shown_and_never_run()
    {
        await using var world = await World.Start(chromium);
        await world.Server.Report(Seed.Down(1, Priority.P1, name: $"嶍韵双江{Poison}", sentence: $"标题变为{Poison}", fact: Poison));
        var screen = await world.Open();
        await screen.Rows.First.ClickAsync();
        await Expect(screen.Pane).ToContainTextAsync($"标题变为{Poison}");
        await Expect(screen.Pane.Locator("table")).ToContainTextAsync(Poison);
        await screen.Photograph("desk-hostile-light");
        Assert.Equal(0, await screen.Page.Locator("main script, main img").CountAsync());
        Assert.True(await screen.Page.EvaluateAsync<bool>("() => window.__pwned === undefined"));
        Assert.Empty(screen.Faults);
    }
}
