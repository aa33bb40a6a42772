using System.Net;

namespace Monitor.Silo.Start;

/// <summary>How nodes find each other. Section <c>Cluster</c>; only the Orleans edition on PostgreSQL uses it.</summary>
internal sealed class ClusterSettings
{
    public const string Section = "Cluster";

    /// <summary>Part of every stored grain's key; never to be changed.</summary>
    public const string ServiceId = "monitor";

    /// <summary>Nodes of the same id form one cluster. Default <c>monitor</c>.</summary>
    public string Id { get; set; } = "monitor";

    /// <summary>The IP address other nodes reach this one at; empty takes the host's first. Default empty.</summary>
    public string? Address { get; set; }

    /// <summary>The port nodes talk to each other on. Default 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port clients of the cluster talk to. Default 30000.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>Everything wrong with this section, one sentence each.</summary>
    public IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Id))
        {
            yield return "Cluster:Id is empty; give all nodes of one installation the same name.";
        }

        if (Address is { Length: > 0 } && !IPAddress.TryParse(Address, out _))
        {
            yield return $"Cluster:Address is \"{Address}\"; it takes an IP address.";
        }

        foreach (var (name, port) in new[] { (nameof(SiloPort), SiloPort), (nameof(GatewayPort), GatewayPort) })
        {
            if (port is < 1 or > 65535)
            {
                yield return $"Cluster:{name} is {port}; it takes 1 to 65535.";
            }
        }
    }
}
