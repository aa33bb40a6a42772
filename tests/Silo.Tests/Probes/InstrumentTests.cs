using System.Diagnostics.Metrics;
using Monitor.Silo.Probes;

namespace Monitor.Tests.Probes;

public sealed class InstrumentTests
{
    [Fact]
    public async Task A_probe_shows_under_the_names_dashboards_know()
    {
        var seen = new Dictionary<string, double>();
        await using var rig = await ProbeRig.Start();
        using var listener = Listen(seen, rig);

        await rig.Http(rig.Server.Http("/status/503"), cancel: TestContext.Current.CancellationToken);
        listener.RecordObservableInstruments();

        Assert.Equal(1, seen["gov_probes_total Http5xx"]);
        Assert.Equal(0, seen["probe_success 5399000001"]);
        Assert.Equal(503, seen["probe_http_status_code 5399000001"]);
        Assert.Contains("probe_duration_seconds 5399000001", seen.Keys);
        Assert.DoesNotContain("probe_ssl_earliest_cert_expiry 5399000001", seen.Keys);
        Assert.Contains("gov_probe_lag_seconds ", seen.Keys);
        Assert.Equal(0, seen["gov_probe_inflight "]);
    }

    [Fact]
    public async Task More_targets_than_are_published_are_only_counted()
    {
        var seen = new Dictionary<string, double>();
        await using var rig = await ProbeRig.Start(o => o.MetricTargets = 0);
        using var listener = Listen(seen, rig);

        await rig.Http(rig.Server.Http("/good"), cancel: TestContext.Current.CancellationToken);
        listener.RecordObservableInstruments();

        Assert.Equal(1, seen["gov_probes_total ok"]);
        Assert.DoesNotContain("probe_success 5399000001", seen.Keys);
    }

    [Fact]
    public async Task A_target_silent_for_longer_than_any_interval_is_forgotten()
    {
        var seen = new Dictionary<string, double>();
        await using var rig = await ProbeRig.Start();
        await rig.Http(rig.Server.Http("/good"), cancel: TestContext.Current.CancellationToken);
        rig.Clock.Advance(TimeSpan.FromHours(26));

        using var listener = Listen(seen, rig);
        listener.RecordObservableInstruments();

        Assert.DoesNotContain("probe_success 5399000001", seen.Keys);
    }

    /// <summary>Takes only the figures of this rig: other tests in the process have meters of the same name.</summary>
    private static MeterListener Listen(Dictionary<string, double> seen, ProbeRig rig)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ProbeInstruments.MeterName && instrument.Meter.Scope == rig.Meters)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => seen[Key(i, tags)] = value);
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => seen[Key(i, tags)] = value);
        listener.Start();
        return listener;
    }

    private static string Key(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        $"{instrument.Name} {(tags.Length > 0 ? tags[0].Value : "")}";
}
