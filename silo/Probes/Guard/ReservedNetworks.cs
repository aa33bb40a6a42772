using System.Net;
using System.Net.Sockets;

namespace Monitor.Silo.Probes.Guard;

/// <summary>Networks that are not the public internet: the IANA special-purpose registries (RFC 6890), and what clouds added to them.</summary>
internal static class ReservedNetworks
{
    /// <summary>The well-known NAT64 prefix (RFC 6052): the last four bytes are where the packet goes.</summary>
    public static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Everything public in IPv6 is inside; what is outside is refused without asking further.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPAddress[] Metadata =
    [
        IPAddress.Parse("169.254.169.254"), // AWS, Azure, Google, Huawei, Tencent
        IPAddress.Parse("100.100.100.200"), // Alibaba
        IPAddress.Parse("168.63.129.16"),   // Azure's wire server; a public address that is not public
        IPAddress.Parse("fd00:ec2::254"),   // AWS
        IPAddress.Parse("fd20:ce::254"),    // Google
    ];

    private static readonly (IPNetwork Network, string Name)[] V4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this host or network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "carrier-grade NAT"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved for protocols"),
        (IPNetwork.Parse("192.0.2.0/24"), "for documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "a 6to4 relay"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "for benchmarking"),
        (IPNetwork.Parse("198.51.100.0/24"), "for documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "for documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved or broadcast"),
    ];

    private static readonly (IPNetwork Network, string Name)[] V6 =
    [
        (IPNetwork.Parse("2001::/32"), "a Teredo tunnel"),
        (IPNetwork.Parse("2001:2::/48"), "for benchmarking"),
        (IPNetwork.Parse("2001:db8::/32"), "for documentation"),
        (IPNetwork.Parse("2001::/23"), "reserved for protocols"),
        (IPNetwork.Parse("2002::/16"), "a 6to4 tunnel"),
        (IPNetwork.Parse("3fff::/20"), "for documentation"),
    ];

    public static bool IsMetadata(IPAddress address) => Array.IndexOf(Metadata, address) >= 0;

    /// <summary>What the address is reserved for; null when it is public.</summary>
    public static string? NameOf(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => Find(V4, address),
        AddressFamily.InterNetworkV6 when address.ScopeId != 0 => "bound to one link",
        AddressFamily.InterNetworkV6 when !Global6.Contains(address) => "not a public IPv6 address",
        AddressFamily.InterNetworkV6 => Find(V6, address) ?? Isatap(address),
        _ => "of no internet family",
    };

    private static string? Find((IPNetwork Network, string Name)[] table, IPAddress address)
    {
        foreach (var (network, name) in table)
        {
            if (network.Contains(address))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>ISATAP (RFC 5214) hides an IPv4 address behind 0000:5efe or 0200:5efe in any prefix.</summary>
    private static string? Isatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return (bytes[8] & 0xFD) == 0 && bytes[9] == 0 && bytes[10] == 0x5E && bytes[11] == 0xFE ? "an ISATAP tunnel" : null;
    }
}
