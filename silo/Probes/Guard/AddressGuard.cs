using System.Net;
using System.Net.Sockets;

namespace Monitor.Silo.Probes.Guard;

/// <summary>
/// Says of an address whether it may be probed. A target's name, its redirects and its name servers are in strangers' hands,
/// so the question is put about the very address a socket is about to connect to, never about a name.
/// </summary>
/// <param name="allowed">Networks the operator allows although they are not public.</param>
internal sealed class AddressGuard(IReadOnlyList<IPNetwork> allowed)
{
    /// <returns>Why the address is refused; null when it may be probed.</returns>
    public string? Refuses(IPAddress address)
    {
        var plain = Plain(address);
        if (ReservedNetworks.IsMetadata(plain))
        {
            // A wide allowance, such as 169.254.0.0/16, must not open the cloud's key store by accident.
            return NamedAlone(plain) ? null : $"{plain} is a cloud metadata address";
        }

        foreach (var network in allowed)
        {
            if (network.Contains(plain))
            {
                return null;
            }
        }

        return ReservedNetworks.NameOf(plain) is { } name ? $"{plain} is {name}" : null;
    }

    /// <summary>The address a packet really goes to: IPv4 is taken out of IPv4-mapped and well-known NAT64 addresses.</summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 && ReservedNetworks.Nat64.Contains(address)
            ? new IPAddress(address.GetAddressBytes().AsSpan(12))
            : address;
    }

    private bool NamedAlone(IPAddress address) => allowed.Any(n =>
        n.PrefixLength == (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) && n.Contains(address));
}
