using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Monitor.Silo.Probes.Visits;

/// <summary>
/// Finds where a page leads that is no page itself: a refresh tag or one line of script before the real home page, as many
/// sites still have at their root. It is followed like a redirect; nothing is run.
/// </summary>
internal static partial class PageRedirect
{
    /// <summary>What is larger has something to show of its own.</summary>
    private const int Largest = 4 * 1024;

    /// <summary>A page that waits longer is meant to be read.</summary>
    private const int LongestWaitSeconds = 3;

    /// <returns>The address as written, often relative; null when the page is a page.</returns>
    public static Uri? Find(ReadOnlySpan<byte> page, long length)
    {
        if (length > Largest || page.Length < length)
        {
            return null;
        }

        // Addresses and tags are ASCII in every encoding the web knows; the rest may turn to noise.
        var text = Encoding.Latin1.GetString(page);
        if (text.Contains("<noscript", StringComparison.OrdinalIgnoreCase) || text.Contains("<!--", StringComparison.Ordinal))
        {
            return null;
        }

        var to = Refresh(text) ?? Script(text);
        return to is not null && Uri.TryCreate(WebUtility.HtmlDecode(to.Trim()), UriKind.RelativeOrAbsolute, out var url) ? url : null;
    }

    private static string? Refresh(string text)
    {
        var tag = RefreshTag().Match(text);
        var content = tag.Success ? RefreshContent().Match(tag.Value) : Match.Empty;
        return content.Success
            && int.TryParse(content.Groups["wait"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var wait)
            && wait <= LongestWaitSeconds
            ? content.Groups["to"].Value : null;
    }

    /// <summary>Script counts only on a page that shows nothing besides.</summary>
    private static string? Script(string text)
    {
        var line = ScriptLine().Match(text);
        return line.Success && !text.Contains("<a ", StringComparison.OrdinalIgnoreCase) && !text.Contains("cookie", StringComparison.OrdinalIgnoreCase)
            ? line.Groups["to"].Value : null;
    }

    [GeneratedRegex("""<meta\b[^>]*http-equiv\s*=\s*["']?refresh\b[^>]*>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RefreshTag();

    [GeneratedRegex("""content\s*=\s*["']?\s*(?<wait>\d{1,4})(\.\d*)?\s*[;,]\s*url\s*=\s*["']?(?<to>[^"'>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RefreshContent();

    [GeneratedRegex("""<script[^>]*>\s*(window\.|self\.|top\.|document\.)?location(\.href)?\s*(=|\.replace\s*\()\s*["'](?<to>[^"']+)["']\s*\)?\s*;?\s*</script>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptLine();
}
