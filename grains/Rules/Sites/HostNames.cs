using System.Collections.Immutable;
using System.Net;

namespace Monitor.Rules.Sites;

/// <summary>Whom a host belongs to, as far as its name tells.</summary>
internal static class HostNames
{
    private static readonly ImmutableHashSet<string> SecondLevels = ["com", "net", "org", "gov", "edu", "ac", "mil", "co", "or", "ne", "go"];

    /// <summary>The provinces' own second levels under .cn, such as yn.cn.</summary>
    private static readonly ImmutableHashSet<string> Provinces =
    [
        "bj", "sh", "tj", "cq", "he", "sx", "nm", "ln", "jl", "hl", "js", "zj", "ah", "fj", "jx", "sd", "ha",
        "hb", "hn", "gd", "gx", "hi", "sc", "gz", "yn", "xz", "sn", "gs", "qh", "nx", "xj", "tw", "hk", "mo",
    ];

    /// <summary>
    /// The part of a host that somebody registered: hongta.gov.cn of www.hongta.gov.cn, because under .gov.cn the third level is given out.
    /// An address is its own owner.
    /// </summary>
    public static string Owner(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        var labels = name.Split('.');
        var given = labels.Length > 2 && IsSecondLevel(labels[^2], labels[^1]) ? 3 : 2;
        return labels.Length <= given || IPAddress.TryParse(name.Trim('[', ']'), out _) ? name : string.Join('.', labels[^given..]);
    }

    /// <summary>True for the government's own suffixes, .gov.cn and .政务.</summary>
    public static bool IsGovernment(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        return name.EndsWith(".gov.cn", StringComparison.Ordinal) || name.EndsWith(".xn--zfr164b", StringComparison.Ordinal) || name.EndsWith(".政务", StringComparison.Ordinal);
    }

    /// <summary>The host of an address in ASCII; null when it has none.</summary>
    public static string? Of(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IdnHost.Length > 0 ? uri.IdnHost : null;

    private static bool IsSecondLevel(string second, string top) =>
        top.Length == 2 && (SecondLevels.Contains(second) || (top == "cn" && Provinces.Contains(second)));
}
