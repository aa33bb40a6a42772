using System.Collections.Frozen;
using System.Net;

namespace Monitor.Silo.Probes.Politeness;

/// <summary>What counts as one host to be polite to: one owner's name, at one address and port.</summary>
internal readonly record struct HostKey(string Name, IPAddress Address, int Port)
{
    /// <summary>Suffixes under which names are given out, so that the owner is one label further left. The ones Chinese sites use.</summary>
    private static readonly FrozenSet<string> Suffixes = FrozenSet.Create(
        StringComparer.Ordinal, "gov.cn", "com.cn", "org.cn", "net.cn", "edu.cn", "ac.cn", "mil.cn", "政务.cn", "公益.cn",
        "com.hk", "gov.hk", "gov.mo", "co.uk");

    public static HostKey Of(Uri url, IPAddress address) => new(Registrable(url.IdnHost), address, url.Port);

    /// <summary>www.yunling.gov.cn → yunling.gov.cn; an address stays itself.</summary>
    public static string Registrable(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        var labels = host.Split('.');
        var take = labels.Length > 2 && Suffixes.Contains($"{labels[^2]}.{labels[^1]}") ? 3 : 2;
        return string.Join('.', labels.TakeLast(take));
    }
}
