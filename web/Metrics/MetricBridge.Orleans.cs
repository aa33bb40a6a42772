using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Prometheus;

namespace Monitor.Web.Metrics;

/// <summary>Feeds our instruments to prometheus-net under the names and types of <see cref="MetricShape"/>.</summary>
/// <remarks>Its own adapter writes the meter's name before each metric and turns counters into gauges, so it is not used.</remarks>
internal sealed class MetricBridge : IDisposable
{
    private readonly ConcurrentBag<MetricFeed> observed = [];
    private readonly MetricFactory factory;
    private readonly MetricTap tap;

    public MetricBridge()
    {
        Registry = Prometheus.Metrics.NewCustomRegistry();
        factory = Prometheus.Metrics.WithCustomRegistry(Registry);
        tap = MetricTap.Open<MetricFeed>(Publish, static (feed, value, tags) => feed.Take(value, tags));
        Registry.AddBeforeCollectCallback(Observe);
    }

    public CollectorRegistry Registry { get; }

    public void Dispose() => tap.Dispose();

    private void Observe()
    {
        foreach (var feed in observed)
        {
            feed.Forget();
        }

        tap.Observe();
    }

    private MetricFeed? Publish(Instrument instrument)
    {
        if (MetricShape.Of(instrument) is not { } shape)
        {
            return null;
        }

        var absolute = instrument.IsObservable || instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>);
        var feed = new MetricFeed(factory, shape, absolute);
        if (instrument.IsObservable)
        {
            observed.Add(feed);
        }

        return feed;
    }
}
