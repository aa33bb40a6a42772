using System.Net;
using Monitor.Grains;
using Monitor.Rules;
using Monitor.Silo.Probes.Egress;
using Monitor.Silo.Probes.Guard;
using Monitor.Silo.Probes.Politeness;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Silo.Probes;

/// <summary>
/// The door to the network: judges the address, looks the name up, waits for its turn, lets the kind of probe look,
/// and says of the result whether we could see at all.
/// </summary>
internal sealed partial class Prober(
    ProbeOptions options, Lookup lookup, Visitor visitor, Turnstile turnstile, EgressWatch egress,
    ProbeInstruments instruments, TimeProvider clock, ILogger<Prober> log) : IProber, IDisposable
{
    /// <summary>The system's resolver holds a thread per question, so questions are bounded too.</summary>
    private readonly SemaphoreSlim _lookups = new(options.MaxConcurrent);

    public async Task<Observation> Probe(ProbeOrder order, CancellationToken cancel)
    {
        instruments.Started();
        try
        {
            var seen = await Look(order, cancel);
            seen = seen with { Sighted = egress.Note(order.Target, seen.Failure) };
            instruments.Seen(order.Target, seen);
            LogProbed(log, order.Target, order.Kind, seen.Failure?.Class, seen.Phases.Total);
            return seen;
        }
        finally
        {
            instruments.Ended();
        }
    }

    public void Dispose() => _lookups.Dispose();

    private async Task<Observation> Look(ProbeOrder order, CancellationToken cancel)
    {
        var (url, fault) = TargetUrl.Read(order.Url, options.AllowedPorts);
        if (url is null)
        {
            LogRefused(log, order.Target, fault);
            return Unasked(order, new Trace(clock), Failures.Of(FailureClass.AddressRefused, fault!));
        }

        var (addresses, trace, failure) = await Find(url, cancel);
        if (failure is not null)
        {
            return Unasked(order, trace, failure);
        }

        using var place = await turnstile.Enter(HostKey.Of(url, addresses[0]), cancel);
        trace.Resume();
        var at = Started(order);
        return await ProbeKinds.Of(order.Kind)(new(order, url, addresses, trace, at, visitor), cancel);
    }

    private async Task<(IPAddress[] Addresses, Trace Trace, Failure? Failure)> Find(Uri url, CancellationToken cancel)
    {
        await _lookups.WaitAsync(cancel);
        try
        {
            var trace = new Trace(clock);
            var (addresses, failure) = await lookup.Find(url, trace, cancel);
            trace.Pause();
            return (addresses, trace, failure);
        }
        finally
        {
            _lookups.Release();
        }
    }

    private Observation Unasked(ProbeOrder order, Trace trace, Failure failure) => new(Started(order), failure, trace.Read());

    private DateTimeOffset Started(ProbeOrder order)
    {
        var now = clock.GetUtcNow();
        instruments.Lagged(now - order.DueAt);
        return now;
    }
}
