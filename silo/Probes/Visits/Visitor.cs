using Monitor.Rules;
using Monitor.Silo.Probes.Guard;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Opens a page as a browser would: follows redirects with the cookies they set, every hop judged anew, and stops at the bounds.</summary>
internal sealed class Visitor(ProbeOptions options, Lookup lookup, Connector connector, Exchange exchange, TimeProvider clock)
{
    /// <param name="run">The probe.</param>
    /// <param name="keep">Whether the body is to be read afterwards.</param>
    /// <param name="cancel">Our shutdown; a target's slowness is a failure, not a cancellation.</param>
    public async Task<Visited> Visit(ProbeRun run, bool keep, CancellationToken cancel)
    {
        using var deadline = new Deadline(options.Total - run.Trace.Total, clock, cancel);
        var route = new Route(options.MaxRedirects);
        Visited seen;
        try
        {
            seen = await Walk(run, route, keep, deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.Passed)
        {
            seen = new(null) { Http = route.LastAnswer };
        }

        return seen with { Certificate = route.Certificate, Failure = FailureOf(run, route, seen) };
    }

    /// <summary>A bad certificate comes first, as it does for anybody with a browser; then lateness, however far the answer got.</summary>
    private Failure? FailureOf(ProbeRun run, Route route, Visited seen)
    {
        run.Trace.Leave();
        return CertificateCheck.FailureOf(route.Certificate, run.At)
            ?? (run.Trace.Total >= options.Total || seen is { Failure: null, Body: null, Unchanged: false }
                ? Failures.Late(options.Total, run.Trace) : seen.Failure);
    }

    private async Task<Visited> Walk(ProbeRun run, Route route, bool keep, CancellationToken cancel)
    {
        var (url, addresses) = (run.Url, run.Addresses);
        while (true)
        {
            var way = await connector.Open(url, addresses, run.Trace, cancel);
            route.Show(way.Certificate);
            if (way.Stream is null)
            {
                return new(way.Failure) { Http = route.LastAnswer };
            }

            var answer = await exchange.Ask(run, new(url, way, route.Redirects, route.Cookies.For(url.IdnHost)), keep, cancel);
            if (answer.Seen is { } seen)
            {
                return seen with { Http = seen.Http ?? route.LastAnswer };
            }

            route.Cookies.Take(url.IdnHost, answer.Headers!);
            route.LastAnswer = answer.Redirect;
            (url, var failure) = Turn(route, url, answer);
            if (failure is null)
            {
                (addresses, failure) = await lookup.Find(url, run.Trace, cancel);
            }

            if (failure is not null)
            {
                return new(failure) { Http = route.LastAnswer };
            }
        }
    }

    private (Uri Url, Failure? Failure) Turn(Route route, Uri from, Answer answer)
    {
        if (!Uri.TryCreate(from, answer.Location, out var to))
        {
            return (from, Failures.Of(FailureClass.Protocol, "the redirect leads to no URL"));
        }

        var (judged, fault) = TargetUrl.Judge(to, options.AllowedPorts);
        return judged is null
            ? (from, Failures.Of(FailureClass.AddressRefused, $"redirect refused: {fault}"))
            : (judged, route.Step(from, judged));
    }
}
