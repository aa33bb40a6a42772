using System.Net;

namespace Monitor.Silo.Probes;

/// <summary>What can be wrong with <see cref="ProbeOptions"/>, told all at once.</summary>
internal static class ProbeFaults
{
    public static IEnumerable<string> Of(ProbeOptions options) =>
        Times(options).Concat(Numbers(options)).Concat(Texts(options)).Concat(Lists(options));

    private static IEnumerable<string> Times(ProbeOptions o)
    {
        if (Outside(nameof(o.Total), o.Total, 1, 60) is { } total) yield return total;
        if (Outside(nameof(o.Lookup), o.Lookup, 1, 60) is { } lookup) yield return lookup;
        if (Outside(nameof(o.ConnectTry), o.ConnectTry, 1, 60) is { } connect) yield return connect;
        if (Outside(nameof(o.ReferenceEvery), o.ReferenceEvery, 5, 300) is { } every) yield return every;
        if (Outside(nameof(o.SightWindow), o.SightWindow, 10, 600) is { } window) yield return window;
        if (o.Lookup >= o.Total) yield return Fault(nameof(o.Lookup), o.Lookup, $"must be shorter than {Key(nameof(o.Total))} = {o.Total}");
        if (o.ConnectTry >= o.Total) yield return Fault(nameof(o.ConnectTry), o.ConnectTry, $"must be shorter than {Key(nameof(o.Total))} = {o.Total}");
    }

    private static IEnumerable<string> Numbers(ProbeOptions o)
    {
        if (Outside(nameof(o.MaxBodyBytes), o.MaxBodyBytes, 64 * 1024, 64 * 1024 * 1024) is { } body) yield return body;
        if (Outside(nameof(o.MaxRedirects), o.MaxRedirects, 0, 20) is { } redirects) yield return redirects;
        if (Outside(nameof(o.MaxConcurrent), o.MaxConcurrent, 1, 10_000) is { } concurrent) yield return concurrent;
        if (Outside(nameof(o.PerHost), o.PerHost, 1, 10_000) is { } perHost) yield return perHost;
        if (Outside(nameof(o.MetricTargets), o.MetricTargets, 0, 1_000_000) is { } targets) yield return targets;
    }

    private static IEnumerable<string> Texts(ProbeOptions o)
    {
        if (o.UserAgent.Length is 0 or > 300 || o.UserAgent.Any(c => c is < ' ' or > '~'))
        {
            yield return Fault(nameof(o.UserAgent), o.UserAgent, "must be 1 to 300 printable ASCII characters");
        }

        if (o.Resolver.Length > 0 && !IPEndPoint.TryParse(o.Resolver, out _))
        {
            yield return Fault(nameof(o.Resolver), o.Resolver, "must be an IP address, optionally with a port, such as 223.5.5.5:53, or empty");
        }

        if (o.TrustedRootsFile.Length > 0 && !File.Exists(o.TrustedRootsFile))
        {
            yield return Fault(nameof(o.TrustedRootsFile), o.TrustedRootsFile, "must name a file of PEM certificates, or be empty; there is no such file");
        }
    }

    private static IEnumerable<string> Lists(ProbeOptions o)
    {
        foreach (var (network, i) in o.AllowedNetworks.Select((n, i) => (n, i)).Where(x => !IPNetwork.TryParse(x.n, out _)))
        {
            yield return Fault($"{nameof(o.AllowedNetworks)}:{i}", network, "must be a network such as 10.0.0.0/8 or fd00::/8");
        }

        foreach (var (port, i) in o.AllowedPorts.Select((p, i) => (p, i)).Where(x => x.p is < 1 or > 65_535))
        {
            yield return Fault($"{nameof(o.AllowedPorts)}:{i}", port, "must be a port from 1 to 65535");
        }

        foreach (var (host, i) in o.ReferenceHosts.Select((h, i) => (h, i)).Where(x => Egress.ReferenceHost.Read(x.h) is null))
        {
            yield return Fault($"{nameof(o.ReferenceHosts)}:{i}", host, "must be host:port, such as 223.5.5.5:53, or an http or https address");
        }
    }

    private static string? Outside(string key, TimeSpan value, int from, int to) =>
        value < TimeSpan.FromSeconds(from) || value > TimeSpan.FromSeconds(to)
            ? Fault(key, value, $"must lie between {TimeSpan.FromSeconds(from)} and {TimeSpan.FromSeconds(to)}") : null;

    private static string? Outside(string key, int value, int from, int to) =>
        value < from || value > to ? Fault(key, value, $"must lie between {from} and {to}") : null;

    private static string Fault(string key, object value, string demand) => $"{Key(key)} = '{value}' {demand}.";

    private static string Key(string key) => $"{ProbeOptions.Section}:{key}";
}
