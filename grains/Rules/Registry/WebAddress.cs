namespace Monitor.Rules.Registry;

/// <summary>The address of a home page as the register keeps it.</summary>
public static class WebAddress
{
    /// <summary>Longest address, in characters.</summary>
    public const int Longest = 500;

    /// <summary>What an address must be.</summary>
    public static Text Allowed { get; } = new(
        "以 http:// 或 https:// 开头的完整网址，不含用户名、密码和空格，最长500个字符",
        "a whole address beginning with http:// or https://, without user name, password or spaces, at most 500 characters");

    /// <summary>
    /// The address with its host in ASCII (人民政府.政务 → xn--…) and without a fragment. Null when it is not allowed. White space and backslashes
    /// are refused rather than mended, because programs disagree on what they mean.
    /// </summary>
    public static string? Tidy(string text)
    {
        var written = text.Trim();
        return written.Length <= Longest
            && !written.Any(c => char.IsWhiteSpace(c) || Evidence.IsUnseen(c) || c == '\\')
            && Uri.TryCreate(written, UriKind.Absolute, out var uri)
            && IsWeb(uri, written)
            ? Written(uri)
            : null;
    }

    /// <summary>An address without "//" or with a user's name is read differently by different programs.</summary>
    private static bool IsWeb(Uri uri, string written) =>
        (written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && uri.UserInfo.Length == 0
        && !Authority(written).Contains('@', StringComparison.Ordinal)
        && Uri.CheckHostName(uri.IdnHost) != UriHostNameType.Unknown
        && uri.Port > 0;

    private static string Authority(string written)
    {
        var rest = written[(written.IndexOf("//", StringComparison.Ordinal) + 2)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        return end < 0 ? rest : rest[..end];
    }

    private static string? Written(Uri uri)
    {
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var tidy = $"{uri.Scheme}://{host}{port}{uri.PathAndQuery}";
        return tidy.Length <= Longest && host.All(char.IsAscii) ? tidy : null;
    }
}
