using System.Diagnostics.Metrics;
using System.Text;

namespace Monitor.Web.Metrics;

/// <summary>What Prometheus calls an instrument.</summary>
internal enum MetricKind
{
    Counter = 1,
    Gauge = 2,
    Histogram = 3,
}

/// <summary>How an instrument looks to Prometheus. Both exporters ask here, so that names and types are the same in both editions.</summary>
internal sealed record MetricShape(string Name, MetricKind Kind, string Help, double[] Buckets, double Scale = 1)
{
    /// <summary>Seconds: from one millisecond to a minute, with the 15 s of the access test among them.</summary>
    private static readonly double[] Seconds =
        [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60];

    /// <summary>Our own meters and those of the platform that tell how the process fares.</summary>
    public static bool IsExported(Meter meter) =>
        meter.Name.StartsWith("Monitor", StringComparison.Ordinal)
        || meter.Name is "System.Runtime" or "Microsoft.AspNetCore.Hosting" or "Microsoft.AspNetCore.Server.Kestrel" or "Microsoft.Orleans";

    /// <returns>Null for an instrument of a kind Prometheus has no word for.</returns>
    public static MetricShape? Of(Instrument instrument)
    {
        var type = instrument.GetType();
        var kind = type.IsGenericType ? KindOf(type.GetGenericTypeDefinition()) : null;
        return kind is { } known
            ? new(NameOf(instrument, known), known, HelpOf(instrument), known == MetricKind.Histogram ? BucketsOf(instrument) : [], instrument.Unit == "ms" ? 0.001 : 1)
            : null;
    }

    /// <summary>A name as Prometheus allows it: letters, digits and underscores.</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length + 1);
        foreach (var c in name)
        {
            clean.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        return clean.Length > 0 && char.IsAsciiDigit(clean[0]) ? clean.Insert(0, '_').ToString() : clean.ToString();
    }

    private static MetricKind? KindOf(Type instrument) =>
        instrument == typeof(Counter<>) || instrument == typeof(ObservableCounter<>) ? MetricKind.Counter
        : instrument == typeof(Histogram<>) ? MetricKind.Histogram
        : instrument == typeof(UpDownCounter<>) || instrument == typeof(ObservableUpDownCounter<>)
            || instrument == typeof(Gauge<>) || instrument == typeof(ObservableGauge<>) ? MetricKind.Gauge
        : null;

    private static string NameOf(Instrument instrument, MetricKind kind)
    {
        var name = Clean(instrument.Name.ToLowerInvariant());
        var total = kind == MetricKind.Counter;
        name = total ? Without(name, "_total") : name;

        // The suffix _count belongs to histograms; a scraper would take the platform's gauges of that name for one.
        if (kind != MetricKind.Histogram && name.EndsWith("_count", StringComparison.Ordinal))
        {
            name = name[..^"_count".Length];
        }

        // Our own names are whole already; the platform's leave the unit to the exporter.
        // "_count" belongs to histograms, and milliseconds are told in seconds.
        var unit = instrument.Unit switch { "s" or "ms" => "_seconds", "By" => "_bytes", _ => "" };
        name = Without(name, "_milliseconds");
        name = Without(name, "_count");
        if (!name.EndsWith(unit, StringComparison.Ordinal))
        {
            name += unit;
        }

        return total ? name + "_total" : name;
    }

    private static string Without(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;

    private static string HelpOf(Instrument instrument) =>
        string.IsNullOrWhiteSpace(instrument.Description) ? $"{instrument.Name} of {instrument.Meter.Name}." : instrument.Description;

    private static double[] BucketsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } asked } => [.. asked],
        Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } asked } => [.. asked.Select(b => (double)b)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { Count: > 0 } asked } => [.. asked.Select(b => (double)b)],
        _ => Seconds,
    };
}
