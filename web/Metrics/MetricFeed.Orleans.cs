using System.Globalization;
using Prometheus;

namespace Monitor.Web.Metrics;

/// <summary>One instrument on its way into prometheus-net.</summary>
internal sealed class MetricFeed(MetricFactory factory, MetricShape shape, bool absolute)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (ICollector Metric, string[] Values)> last = new(StringComparer.Ordinal);

    /// <summary>Takes one measurement. What prometheus-net refuses (labels that differ from the first ones) is left out: measured code must not be hit.</summary>
    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var sorted = tags.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        string[] names = [.. sorted.Select(tag => MetricShape.Clean(tag.Key))];
        string[] values = [.. sorted.Select(tag => Word(tag.Value))];
        try
        {
            Take(value * shape.Scale, names, values);
        }
        catch (InvalidOperationException)
        {
            // The same name with other label names; prometheus-net keeps the first.
        }
    }

    /// <summary>Forgets the series of the last observation, so that a target that is gone does not keep its last value for ever.</summary>
    public void Forget()
    {
        lock (gate)
        {
            foreach (var (metric, values) in last.Values)
            {
                Remove(metric, values);
            }

            last.Clear();
        }
    }

    private static void Remove(ICollector metric, string[] values)
    {
        if (metric is Gauge gauge)
        {
            gauge.RemoveLabelled(values);
        }
        else if (metric is Counter counter)
        {
            counter.RemoveLabelled(values);
        }
    }

    private void Take(double value, string[] names, string[] values)
    {
        switch (shape.Kind)
        {
            case MetricKind.Histogram:
                factory.CreateHistogram(shape.Name, shape.Help, names, new HistogramConfiguration { Buckets = shape.Buckets })
                    .WithLabels(values).Observe(value);
                break;
            case MetricKind.Counter:
                var counter = factory.CreateCounter(shape.Name, shape.Help, names);
                Add(counter, values, absolute ? () => counter.WithLabels(values).IncTo(value) : () => counter.WithLabels(values).Inc(value));
                break;
            default:
                var gauge = factory.CreateGauge(shape.Name, shape.Help, names);
                Add(gauge, values, absolute ? () => gauge.WithLabels(values).Set(value) : () => gauge.WithLabels(values).Inc(value));
                break;
        }
    }

    private void Add(ICollector metric, string[] values, Action apply)
    {
        apply();
        if (absolute)
        {
            lock (gate)
            {
                last[string.Join('\n', values)] = (metric, values);
            }
        }
    }

    private static string Word(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
