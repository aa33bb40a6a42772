using System.Net;

namespace Monitor.Silo.Probes.Visits;

/// <summary>The ways a name can be looked up.</summary>
internal static class Resolvers
{
    /// <summary>The one the settings ask for.</summary>
    public static ResolveHost Of(ProbeOptions options, TimeProvider clock) =>
        options.Resolver.Length == 0 ? Dns.GetHostAddressesAsync : new DnsQuery(IPEndPoint.Parse(options.Resolver), clock).Find;
}
