using System.Net;

namespace Monitor.Silo.Probes.Guard;

/// <summary>
/// Reads an address a probe is to visit, from the register or from a redirect. Whatever two programs could understand differently
/// is refused, so the host that was judged is the host that is asked.
/// </summary>
internal static class TargetUrl
{
    private const int MaxLength = 4_000;

    /// <param name="text">The address as written.</param>
    /// <param name="ports">Allowed ports; empty allows all.</param>
    /// <returns>The address with its host in lower-case ASCII, or why it is refused.</returns>
    public static (Uri? Url, string? Fault) Read(string text, IList<int> ports)
    {
        if (text.Any(c => c < ' ' || c == '\x7F'))
        {
            return (null, "the address holds control characters");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) ? Judge(url, ports) : (null, "the address is no URL");
    }

    /// <summary>The same for an address already parsed, as redirects are.</summary>
    public static (Uri? Url, string? Fault) Judge(Uri url, IList<int> ports)
    {
        var fault = FormFault(url) ?? HostFault(url) ?? PortFault(url, ports);
        return fault is null ? (Canonical(url), null) : (null, fault);
    }

    private static string? FormFault(Uri url)
    {
        if (url.OriginalString.Length > MaxLength)
        {
            return $"the address is longer than {MaxLength} characters";
        }

        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            return $"the scheme '{url.Scheme}' is neither http nor https";
        }

        if (url.UserInfo.Length > 0 || Authority(url).Contains('@', StringComparison.Ordinal))
        {
            return "the address carries a user name";
        }

        return url.OriginalString.Split(['?', '#'], 2)[0].Contains('\\', StringComparison.Ordinal)
            ? "the address holds a backslash" : null;
    }

    private static string? HostFault(Uri url)
    {
        var host = url.IdnHost.TrimEnd('.');
        if (url.HostNameType is UriHostNameType.IPv6)
        {
            return null;
        }

        if (url.HostNameType is UriHostNameType.IPv4)
        {
            // 2130706433, 0177.0.0.1 and 0x7f.1 are all 127.0.0.1 to somebody; honest pages write addresses plainly.
            return Authority(url).Split(':')[0] == host ? null : "the IPv4 address is not written as four decimal numbers";
        }

        return host.Length is 0 or > 253 ? "the host name is empty or longer than 253 characters"
            : !host.Split('.').All(IsLabel) ? "the host name holds characters or lengths no host name has"
            : EndsInNumber(host) ? "the host is a number but no IPv4 address"
            : null;
    }

    private static string? PortFault(Uri url, IList<int> ports) =>
        url.Port is < 1 or > 65_535 || (ports.Count > 0 && !ports.Contains(url.Port)) ? $"port {url.Port} is not allowed" : null;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>A host whose last label is a number is an address to inet_aton and to browsers, so it must have been one to us.</summary>
    private static bool EndsInNumber(string host)
    {
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.All(char.IsAsciiDigit)
            || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit));
    }

    /// <summary>Host and port as they were written.</summary>
    private static string Authority(Uri url)
    {
        var text = url.OriginalString.AsSpan().Trim();
        var start = text.IndexOf("//", StringComparison.Ordinal);
        var rest = start < 0 ? text : text[(start + 2)..];
        var end = rest.IndexOfAny("/?#\\");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static Uri Canonical(Uri url)
    {
        if (url.HostNameType == UriHostNameType.IPv6)
        {
            return url;
        }

        var host = url.IdnHost.TrimEnd('.').ToLowerInvariant();
        return host == url.Host && url.Fragment.Length == 0 ? url : new UriBuilder(url) { Host = host, Fragment = "" }.Uri;
    }

    /// <summary>The host to resolve and to name in TLS.</summary>
    public static string HostOf(Uri url) =>
        url.HostNameType == UriHostNameType.IPv6 && IPAddress.TryParse(url.Host, out var v6) ? v6.ToString() : url.IdnHost;
}
