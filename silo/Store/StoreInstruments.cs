using System.Diagnostics.Metrics;

namespace Monitor.Silo.Store;

/// <summary>What the store tells of itself.</summary>
internal sealed class StoreInstruments
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "Monitor.Store";

    private readonly Meter meter;
    private readonly Counter<long> written;
    private readonly Histogram<double> groups;
    private readonly Histogram<double> states;

    public StoreInstruments(IMeterFactory meters)
    {
        meter = meters.Create(MeterName);
        written = meter.CreateCounter<long>("gov_history_samples_written_total", description: "Samples on disk since the start.");
        groups = meter.CreateHistogram<double>("gov_history_write_seconds", "s", "Time to write one group of samples.");
        states = meter.CreateHistogram<double>("gov_grain_state_write_seconds", "s", "Time to write one group of grain states.");
    }

    public void Watch(HistoryBuffer buffer)
    {
        meter.CreateObservableGauge("gov_history_samples_waiting", () => buffer.Count, description: "Samples in memory, not on disk yet.");
        meter.CreateObservableCounter("gov_history_samples_dropped_total", () => buffer.Dropped, description: "Samples lost for want of room in memory.");
    }

    public void HistoryWritten(int samples, TimeSpan took)
    {
        written.Add(samples);
        groups.Record(took.TotalSeconds);
    }

    public void StatesWritten(TimeSpan took) => states.Record(took.TotalSeconds);
}
