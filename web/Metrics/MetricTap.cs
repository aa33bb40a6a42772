using System.Diagnostics.Metrics;

namespace Monitor.Web.Metrics;

/// <summary>Listens to the exported instruments and hands every measurement on as a number.</summary>
internal sealed class MetricTap : IDisposable
{
    /// <param name="feed">What the published instrument belongs to.</param>
    public delegate void Measured<in TFeed>(TFeed feed, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    private readonly MeterListener listener = new();

    private MetricTap()
    {
    }

    /// <param name="publish">Gives what measurements of an instrument go to; null to leave it unheard.</param>
    /// <param name="measured">Takes one measurement. Must not throw: the measured code would be hit.</param>
    public static MetricTap Open<TFeed>(Func<Instrument, TFeed?> publish, Measured<TFeed> measured) where TFeed : class
    {
        var tap = new MetricTap();
        tap.listener.InstrumentPublished = (instrument, listener) =>
        {
            if (MetricShape.IsExported(instrument.Meter) && publish(instrument) is { } feed)
            {
                listener.EnableMeasurementEvents(instrument, feed);
            }
        };
        tap.listener.SetMeasurementEventCallback<double>((_, value, tags, feed) => measured((TFeed)feed!, value, tags));
        tap.listener.SetMeasurementEventCallback<float>((_, value, tags, feed) => measured((TFeed)feed!, value, tags));
        tap.listener.SetMeasurementEventCallback<decimal>((_, value, tags, feed) => measured((TFeed)feed!, (double)value, tags));
        tap.listener.SetMeasurementEventCallback<long>((_, value, tags, feed) => measured((TFeed)feed!, value, tags));
        tap.listener.SetMeasurementEventCallback<int>((_, value, tags, feed) => measured((TFeed)feed!, value, tags));
        tap.listener.SetMeasurementEventCallback<short>((_, value, tags, feed) => measured((TFeed)feed!, value, tags));
        tap.listener.SetMeasurementEventCallback<byte>((_, value, tags, feed) => measured((TFeed)feed!, value, tags));
        tap.listener.Start();
        return tap;
    }

    /// <summary>Asks the instruments that only answer when asked.</summary>
    public void Observe() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();
}
