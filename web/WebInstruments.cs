using System.Diagnostics.Metrics;

namespace Monitor.Web;

/// <summary>What the web edge counts. Names are those a scraper sees.</summary>
internal sealed class WebInstruments
{
    public const string MeterName = "Monitor.Web";

    public WebInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        LiveClients = meter.CreateUpDownCounter<int>("gov_live_clients", description: "Screens connected to the live feed.");
        LiveDropped = meter.CreateCounter<long>("gov_live_dropped_clients_total", description: "Screens cut because they were too slow.");
        LiveEvents = meter.CreateCounter<long>("gov_live_events_total", description: "Changes of the desk passed on to screens.");
        LiveGaps = meter.CreateCounter<long>("gov_live_gaps_filled_total", description: "Gaps between what the desk told and its head, filled from the ledger.");
        LiveStepsFailed = meter.CreateCounter<long>("gov_live_failures_total", description: "Times the live feed could not reach the desk, by step.");
        LiveFanout = meter.CreateHistogram<double>("gov_live_fanout_seconds", description: "Time to hand changes to the queues of all screens.");
    }

    public UpDownCounter<int> LiveClients { get; }

    public Counter<long> LiveDropped { get; }

    public Counter<long> LiveEvents { get; }

    public Counter<long> LiveGaps { get; }

    public Counter<long> LiveStepsFailed { get; }

    public Histogram<double> LiveFanout { get; }
}
