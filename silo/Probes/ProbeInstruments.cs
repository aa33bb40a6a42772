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
    private readonly ConcurrentDictionary<string, Figures> _last = new(StringComparer.Ordinal);
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
        PerTarget("probe_success", "Whether the last probe opened the page.", f => f.Opened ? 1 : 0);
        PerTarget("probe_duration_seconds", "How long the last probe took.", f => f.Seconds);
        PerTarget("probe_http_status_code", "Status of the last answer; 0 when none came.", f => f.Status);
        PerTarget("probe_ssl_earliest_cert_expiry", "End of the last certificate, in Unix seconds.", f => f.CertificateEnd);
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
            _last[target] = new(
                seen.At, seen.Failure is null, seen.Phases.Total.TotalSeconds, seen.Http?.Status ?? 0, seen.Certificate?.NotAfter.ToUnixTimeSeconds());
        }
    }

    public void Dispose() => _meter.Dispose();

    private static string ResultName(FailureClass? failure) => failure?.ToString() ?? "ok";

    private void PerTarget(string name, string description, Func<Figures, double?> figure) =>
        _meter.CreateObservableGauge(name, () => Read(figure), description: description);

    private IEnumerable<Measurement<double>> Read(Func<Figures, double?> figure)
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

    /// <summary>What is published of a target's last look; all that is kept of it here.</summary>
    private readonly record struct Figures(DateTimeOffset At, bool Opened, double Seconds, int Status, long? CertificateEnd);
}
