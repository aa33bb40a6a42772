using System.Collections.Frozen;
using System.Net;

namespace Monitor.Silo.Reading.Facts;

/// <summary>Host names as links write them, in one form.</summary>
internal static class HostName
{
    /// <summary>Second levels under which names are registered at the third: gov.cn, com.cn, the provinces' codes, and common foreign ones.</summary>
    private static readonly FrozenSet<string> RegistryLevels = (
        "gov.cn com.cn org.cn net.cn edu.cn ac.cn mil.cn " +
        "bj.cn sh.cn tj.cn cq.cn he.cn sx.cn nm.cn ln.cn jl.cn hl.cn js.cn zj.cn ah.cn fj.cn jx.cn sd.cn ha.cn hb.cn hn.cn " +
        "gd.cn gx.cn hi.cn sc.cn gz.cn yn.cn xz.cn sn.cn gs.cn qh.cn nx.cn xj.cn hk.cn mo.cn tw.cn " +
        "com.hk gov.hk org.hk edu.hk net.hk com.tw gov.tw org.tw edu.tw gov.mo com.mo co.uk org.uk gov.uk ac.uk " +
        "co.jp ne.jp or.jp go.jp ac.jp co.kr or.kr go.kr com.au gov.au org.au com.sg gov.sg").Split(' ').ToFrozenSet();

    /// <summary>The part of an absolute web link that names the host, with user and port; empty for other links.</summary>
    public static ReadOnlySpan<char> In(ReadOnlySpan<char> href)
    {
        var link = href.TrimStart();
        var scheme = link.IndexOfAny(":/\\?#");
        if (scheme < 0 || (scheme == 0 && link[0] == ':'))
        {
            return default;
        }

        if (link[scheme] == ':')
        {
            if (!link[..scheme].Equals("http", StringComparison.OrdinalIgnoreCase) &&
                !link[..scheme].Equals("https", StringComparison.OrdinalIgnoreCase))
            {
                return default;
            }

            link = link[(scheme + 1)..];
        }

        // Browsers take a backslash for a slash here, so a link cannot hide its host behind one.
        if (link.Length < 3 || link[0] is not ('/' or '\\') || link[1] is not ('/' or '\\'))
        {
            return default;
        }

        link = link.TrimStart("/\\");
        var end = link.IndexOfAny("/\\?#");
        return end < 0 ? link : link[..end];
    }

    /// <summary>Lower case, punycode, without user, port and leading "www."; null when it is no host name.</summary>
    public static string? Of(ReadOnlySpan<char> written)
    {
        var host = written[(written.LastIndexOf('@') + 1)..].Trim();
        if (host.Length is 0 or > 253)
        {
            return null;
        }

        if (!host.ContainsAnyExcept(AsciiHost))
        {
            return Plain(host.ToString());
        }

        return Uri.TryCreate(string.Concat("http://", host, "/"), UriKind.Absolute, out var url) && url.IdnHost.Length > 0
            ? Plain(url.IdnHost)
            : null;
    }

    public static string Plain(string host)
    {
        var plain = host.ToLowerInvariant().TrimEnd('.');
        return plain.StartsWith("www.", StringComparison.Ordinal) ? plain[4..] : plain;
    }

    /// <summary>The domain somebody registered: x.gov.cn of a.b.x.gov.cn. An address stands for itself.</summary>
    public static string Registrable(string host)
    {
        if (IPAddress.TryParse(host, out _))
        {
            return host;
        }

        var labels = host.Split('.');
        var keep = labels.Length > 2 && RegistryLevels.Contains($"{labels[^2]}.{labels[^1]}") ? 3 : 2;
        return labels.Length <= keep ? host : string.Join('.', labels[^keep..]);
    }

    private static readonly System.Buffers.SearchValues<char> AsciiHost =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-");
}
