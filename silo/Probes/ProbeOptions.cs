using System.Net;

namespace Monitor.Silo.Probes;

/// <summary>How targets are probed. Section <c>Probes</c> of the configuration.</summary>
internal sealed class ProbeOptions
{
    public const string Section = "Probes";

    /// <summary>Time a whole probe may take, redirects included. Longer would let slow targets hold places, shorter would call open what the standard calls open a failure (超过(含)15秒仍打不开). Default 15 s.</summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Time a name lookup may take. Must leave room for the page; the system's resolver asks twice, 5 s apart. Default 10 s.</summary>
    public TimeSpan Lookup { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time one address gets to accept a connection while another is left to try. Shorter blames lost packets, longer leaves no time for the second address. Default 5 s.</summary>
    public TimeSpan ConnectTry { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Largest body in bytes, before and after decompression. Every page probe may hold this much memory. Default 5 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Redirects followed before a probe gives up. Default 5.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>How we name ourselves. Some firewalls refuse what does not look like a browser; a contact address in it is good manners. Default names this program.</summary>
    public string UserAgent { get; set; } = "Mozilla/5.0 (compatible; GovSiteMonitor/1.0)";

    /// <summary>Probes under way at once on this node. More use more memory and sockets, fewer make slow targets delay others. Default 256.</summary>
    public int MaxConcurrent { get; set; } = 256;

    /// <summary>Probes under way at once to one registrable host, address and port. More hurry a shared platform, fewer delay its sites. Default 2.</summary>
    public int PerHost { get; set; } = 2;

    /// <summary>Networks (CIDR) that may be probed although they are private, for sites of an intranet. Empty allows public addresses only, which is the default.</summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Ports that may be probed. Empty allows every port, which is the default.</summary>
    public IList<int> AllowedPorts { get; } = [];

    /// <summary>Ask for IPv6 first where a host has both families. Default false: IPv4 first, the other as the way out.</summary>
    public bool PreferIPv6 { get; set; }

    /// <summary>Name server (address, or address:port) asked in place of the system's resolver. Empty, the default, asks the system, which honours its hosts file.</summary>
    public string Resolver { get; set; } = "";

    /// <summary>A file of PEM certificates trusted beside the system's, for authorities of an intranet. Empty trusts the system's only, which is the default.</summary>
    public string TrustedRootsFile { get; set; } = "";

    /// <summary>Hosts (<c>host:port</c>, or an http address asked with HEAD) that answer whenever our own way out works; three from different networks are good. Empty, the default, leaves blindness to be told from the targets alone.</summary>
    public IList<string> ReferenceHosts { get; } = [];

    /// <summary>How often the reference hosts are asked. Shorter notices a cut sooner and asks strangers more often. Default 10 s.</summary>
    public TimeSpan ReferenceEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How far back outcomes count when we doubt our own sight. Must hold several targets. Default 60 s.</summary>
    public TimeSpan SightWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Targets whose figures stand in the metrics one by one; further ones are only counted. Each costs four series. Default 20,000.</summary>
    public int MetricTargets { get; set; } = 20_000;

    /// <summary>Everything wrong with these settings, one sentence per fault with key and value; empty when they can be used.</summary>
    public IEnumerable<string> Faults() => ProbeFaults.Of(this);

    /// <summary>The allowed networks, read. Only of settings without faults.</summary>
    public IReadOnlyList<IPNetwork> Networks() => [.. AllowedNetworks.Select(IPNetwork.Parse)];
}
