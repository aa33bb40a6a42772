using System.Diagnostics.Metrics;

namespace Monitor.Web.Metrics;

/// <summary>All series of one metric name. Two instruments of the same name (two meters of one class) share it.</summary>
internal sealed class MetricFamily(MetricShape shape)
{
    /// <summary>Series per name; more means that somebody put an unbounded value into a label.</summary>
    private const int Most = 50_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Series> series = new(StringComparer.Ordinal);

    public MetricShape Shape => shape;

    public void Measure(MetricSource source, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels.Of(tags);
        lock (gate)
        {
            if (!series.TryGetValue(labels, out var one))
            {
                if (series.Count >= Most)
                {
                    return;
                }

                series[labels] = one = new Series(source, shape.Buckets.Length);
            }

            one.Take(value * shape.Scale, source, shape.Buckets);
        }
    }

    /// <summary>Forgets what only counts while it is observed: a target that is gone must not keep its last value for ever.</summary>
    public void ForgetObserved()
    {
        lock (gate)
        {
            foreach (var gone in series.Where(s => s.Value.Source.IsObserved).Select(s => s.Key).ToList())
            {
                series.Remove(gone);
            }
        }
    }

    /// <summary>Writes the family; nothing at all while it has no series.</summary>
    public void WriteTo(MetricText text)
    {
        lock (gate)
        {
            if (series.Count == 0)
            {
                return;
            }

            text.Head(shape);
            foreach (var (labels, one) in series)
            {
                one.WriteTo(text, shape, labels);
            }
        }
    }

    /// <summary>One combination of labels.</summary>
    private sealed class Series(MetricSource source, int buckets)
    {
        private readonly long[] counts = new long[buckets + 1];
        private double sum;

        public MetricSource Source => source;

        public void Take(double value, MetricSource from, double[] bounds)
        {
            sum = from.IsAbsolute ? value : sum + value;
            if (bounds.Length > 0)
            {
                var at = Array.BinarySearch(bounds, value);
                counts[at >= 0 ? at : ~at]++;
            }
        }

        public void WriteTo(MetricText text, MetricShape shape, string labels)
        {
            if (shape.Kind != MetricKind.Histogram)
            {
                text.Sample(shape.Name, "", labels, sum);
                return;
            }

            var running = 0L;
            for (var i = 0; i < counts.Length; i++)
            {
                running += counts[i];
                var bound = i < shape.Buckets.Length ? MetricText.Number(shape.Buckets[i]) : "+Inf";
                text.Sample(shape.Name, "_bucket", Labels.With(labels, "le", bound), running);
            }

            text.Sample(shape.Name, "_sum", labels, sum);
            text.Sample(shape.Name, "_count", labels, running);
        }
    }
}

/// <summary>Where measurements come from and what they mean.</summary>
/// <param name="Family">Where they go.</param>
/// <param name="IsObserved">The instrument answers only when asked, with all its series.</param>
/// <param name="IsAbsolute">A measurement is the value itself, not a step.</param>
internal sealed record MetricSource(MetricFamily Family, bool IsObserved, bool IsAbsolute)
{
    public static MetricSource Of(Instrument instrument, MetricFamily family) => new(
        family,
        instrument.IsObservable,
        instrument.IsObservable || instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>));
}
