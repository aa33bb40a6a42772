using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Web.Access;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests.Metrics;

/// <summary>The same tests for both exporters, because what a scraper sees must be the same.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Promtool_finds_nothing_to_say()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/promtool"), "promtool is not installed (apt install prometheus).");
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        using var screen = await browser.Watch();
        edge.Desk.Tell(Samples.Event(1));
        await screen.Next("pulse");

        using var promtool = Process.Start(new ProcessStartInfo("/usr/bin/promtool", "check metrics")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        await promtool.StandardInput.WriteAsync(await Scrape(edge));
        promtool.StandardInput.Close();
        var said = await promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(promtool.ExitCode == 0, said);
    }

    [Fact]
    public async Task Each_kind_of_instrument_has_its_type_help_and_value()
    {
        await using var edge = await Edge.Start();
        var meter = edge.Services.GetRequiredService<IMeterFactory>().Create("Monitor.Tests");
        meter.CreateCounter<long>("gov_test_things_total", description: "Things.").Add(2, [new("kind", "a\"b\\c\nd")]);
        meter.CreateUpDownCounter<int>("gov_test_open", description: "Open.").Add(3);
        meter.CreateObservableGauge("gov_test_temperature_celsius", () => 21.5, description: "Warmth.");
        var histogram = meter.CreateHistogram<double>("gov_test_wait_seconds", description: "Waits.", advice: new() { HistogramBucketBoundaries = [1, 10] });
        histogram.Record(0.5);
        histogram.Record(1);
        histogram.Record(100);

        var text = await Scrape(edge);
        Assert.Contains("# HELP gov_test_things_total Things.\n# TYPE gov_test_things_total counter\ngov_test_things_total{kind=\"a\\\"b\\\\c\\nd\"} 2\n", text);
        Assert.Contains("# TYPE gov_test_open gauge\ngov_test_open 3\n", text);
        Assert.Contains("gov_test_temperature_celsius 21.5\n", text);
        Assert.Contains("# TYPE gov_test_wait_seconds histogram\n", text);
        Assert.Contains("gov_test_wait_seconds_bucket{le=\"1\"} 2\n", text);
        Assert.Contains("gov_test_wait_seconds_bucket{le=\"10\"} 2\n", text);
        Assert.Contains("gov_test_wait_seconds_bucket{le=\"+Inf\"} 3\n", text);
        Assert.Contains("gov_test_wait_seconds_sum 101.5\n", text);
        Assert.Contains("gov_test_wait_seconds_count 3\n", text);
    }

    [Fact]
    public async Task Target_that_is_gone_does_not_keep_its_last_value()
    {
        await using var edge = await Edge.Start();
        List<Measurement<int>> up = [new(1, new KeyValuePair<string, object?>("target", "a")), new(0, new KeyValuePair<string, object?>("target", "b"))];
        edge.Services.GetRequiredService<IMeterFactory>().Create("Monitor.Tests").CreateObservableGauge("gov_test_up", () => up, description: "Up.");
        Assert.Contains("gov_test_up{target=\"b\"} 0\n", await Scrape(edge));
        up.RemoveAt(1);
        var text = await Scrape(edge);
        Assert.Contains("gov_test_up{target=\"a\"} 1\n", text);
        Assert.DoesNotContain("target=\"b\"", text);
    }

    [Fact]
    public async Task Connected_screens_are_counted()
    {
        await using var edge = await Edge.Start();
        using var browser = await edge.SignIn(Roles.Viewer);
        using var screen = await browser.Watch();
        await screen.Next("pulse");
        Assert.Contains("gov_live_clients 1\n", await Scrape(edge));
    }

    private static async Task<string> Scrape(Edge edge)
    {
        using var browser = new Browser(edge.Server);
        using var answer = await browser.Get("/metrics");
        Assert.StartsWith("text/plain", answer.Content.Headers.ContentType?.ToString());
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
