using System.Net;
using System.Net.Sockets;
using Monitor.Rules;
using Monitor.Silo.Probes.Guard;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Turns a URL's host into addresses, within its own time limit, in the order they are to be tried.</summary>
internal sealed class Lookup(ProbeOptions options, ResolveHost resolve, TimeProvider clock)
{
    private const int MostTried = 4;

    public async ValueTask<(IPAddress[] Addresses, Failure? Failure)> Find(Uri url, Trace trace, CancellationToken cancel)
    {
        var host = TargetUrl.HostOf(url);
        if (IPAddress.TryParse(host, out var literal))
        {
            return ([literal], null);
        }

        trace.Enter(Phase.Dns);
        using var limit = new Deadline(options.Lookup, clock, cancel);
        try
        {
            var found = Ordered(await resolve(host, limit.Token).WaitAsync(limit.Token));
            return (found, found.Length > 0 ? null : Failures.Of(FailureClass.DnsNoName, "the name has no address"));
        }
        catch (SocketException e)
        {
            return ([], Failures.Lookup(e));
        }
        catch (OperationCanceledException) when (limit.Passed)
        {
            return ([], Failures.Of(FailureClass.Dns, $"no answer from the resolver within {options.Lookup.TotalSeconds:0.###} s"));
        }
        finally
        {
            trace.Leave();
        }
    }

    /// <summary>One family first and the other as the way out, a few of each probe's patience.</summary>
    private IPAddress[] Ordered(IPAddress[] found)
    {
        if (found.Length < 2)
        {
            return found;
        }

        var first = options.PreferIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        var preferred = found.Where(a => a.AddressFamily == first).Take(MostTried - 1);
        return [.. preferred.Concat(found.Where(a => a.AddressFamily != first)).Take(MostTried)];
    }
}
