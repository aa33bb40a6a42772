using System.Diagnostics.Metrics;
using Monitor.Silo.Probes.Egress;

namespace Monitor.Silo.Watching;

/// <summary>What this node tells of its own watch, so that somebody can watch the watcher.</summary>
internal sealed class WatchInstruments
{
    public const string MeterName = "Monitor.Watching";

    private readonly Histogram<double> _reports;

    public WatchInstruments(IMeterFactory meters, Watchlist watchlist, EgressWatch sight, Place place, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "gov_targets", () => watchlist.Count(place.Region.Id, clock.GetUtcNow()).Targets, description: "Targets this node watches.");
        meter.CreateObservableGauge(
            "gov_targets_fresh", () => watchlist.Count(place.Region.Id, clock.GetUtcNow()).Fresh, description: "Of these, seen within 2 x interval + 30 s.");
        meter.CreateObservableGauge(
            "gov_collector_sighted", () => sight.Current.Sighted ? 1 : 0, description: "0 while this node cannot see out and blames nobody.");
        _reports = meter.CreateHistogram<double>(
            "gov_desk_report_seconds", "s", "From handing the desk a batch of reports until it is saved, retries included.");
    }

    public void Reported(TimeSpan took) => _reports.Record(took.TotalSeconds);
}
