using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Monitor.Rules;

namespace Monitor.Silo.Probes;

/// <summary>What probing tells about itself and, per target, what blackbox_exporter's dashboards expect under its names.</summary>
internal sealed class ProbeInstruments : IDisposable
{
    public const string MeterName = "Monitor.Probes";

    /// <summary>Longest polling interval is a day; what is silent for longer is no target any more.</summary>
    private static readonly TimeSpan Forget = TimeSpan.FromHours(25);

    private readonly LagWindow _lately;
    private readonly Meter _meter;
    private readonly Counter<long> _probes;
    private readonly Histogram<double> _lag;
    private readonly ConcurrentDictionary<string, Observation> _last = new(StringComparer.Ordinal);
    private readonly int _most;
    private readonly TimeProvider _clock;
    private long _inflight;

    public ProbeInstruments(IMeterFactory meters, ProbeOptions options, LagWindow lately, TimeProvider clock)
    {
        (_most, _lately, _clock) = (options.MetricTargets, lately, clock);
        _meter = meters.Create(MeterName);
        _probes = _meter.CreateCounter<long>("gov_probes_total", description: "Probes made, by result: ok or the class of failure.");
        _lag = _meter.CreateHistogram(
            "gov_probe_lag_seconds", "s", "How late probes start: our own queues, not the targets.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });
        _meter.CreateObservableGauge("gov_probe_inflight", () => Interlocked.Read(ref _inflight), description: "Probes under way, waiting ones included.");
        PerTarget("probe_success", "Whether the last probe opened the page.", seen => seen.Failure is null ? 1 : 0);
        PerTarget("probe_duration_seconds", "How long the last probe took.", seen => seen.Phases.Total.TotalSeconds);
        PerTarget("probe_http_status_code", "Status of the last answer; 0 when none came.", seen => seen.Http?.Status ?? 0);
        PerTarget("probe_ssl_earliest_cert_expiry", "End of the last certificate, in Unix seconds.", seen => seen.Certificate?.NotAfter.ToUnixTimeSeconds());
    }

    public void Started() => Interlocked.Increment(ref _inflight);

    public void Ended() => Interlocked.Decrement(ref _inflight);

    public void Lagged(TimeSpan lag)
    {
        _lag.Record(Math.Max(0, lag.TotalSeconds));
        _lately.Note(lag);
    }

    public void Seen(string target, Observation seen)
    {
        _probes.Add(1, new KeyValuePair<string, object?>("result", ResultName(seen.Failure?.Class)));
        if (_last.ContainsKey(target) || _last.Count < _most)
        {
            // Only figures are published; the page's facts need not live on here.
            _last[target] = seen with { Page = null };
        }
    }

    public void Dispose() => _meter.Dispose();

    private static string ResultName(FailureClass? failure) => failure?.ToString() ?? "ok";

    private void PerTarget(string name, string description, Func<Observation, double?> figure) =>
        _meter.CreateObservableGauge(name, () => Figures(figure), description: description);

    private IEnumerable<Measurement<double>> Figures(Func<Observation, double?> figure)
    {
        var oldest = _clock.GetUtcNow() - Forget;
        foreach (var (target, seen) in _last)
        {
            if (seen.At < oldest)
            {
                _last.TryRemove(target, out _);
            }
            else if (figure(seen) is { } value)
            {
                yield return new(value, new KeyValuePair<string, object?>("target", target));
            }
        }
    }
}
