using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Monitor.Web.Metrics;

/// <summary>Everything measured in this process so far, ready to be read.</summary>
internal sealed class MetricBook : IDisposable
{
    private readonly ConcurrentDictionary<string, MetricFamily> families = new(StringComparer.Ordinal);
    private readonly Lock reading = new();
    private readonly MetricTap tap;

    public MetricBook() => tap = MetricTap.Open<MetricSource>(
        Publish, static (source, value, tags) => source.Family.Measure(source, value, tags));

    /// <summary>The book as text.</summary>
    public string Read()
    {
        // Observing forgets and asks again, so two readers at once would each see half of it.
        lock (reading)
        {
            foreach (var family in families.Values)
            {
                family.ForgetObserved();
            }

            tap.Observe();
            var text = new MetricText();
            foreach (var family in families.Values.OrderBy(f => f.Shape.Name, StringComparer.Ordinal))
            {
                family.WriteTo(text);
            }

            return text.ToString();
        }
    }

    public void Dispose() => tap.Dispose();

    private MetricSource? Publish(Instrument instrument)
    {
        if (MetricShape.Of(instrument) is not { } shape)
        {
            return null;
        }

        var family = families.GetOrAdd(shape.Name, _ => new MetricFamily(shape));
        // A name with two meanings would be no metric at all; the first one keeps it.
        return family.Shape.Kind == shape.Kind ? MetricSource.Of(instrument, family) : null;
    }
}
