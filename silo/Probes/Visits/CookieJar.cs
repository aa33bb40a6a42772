using System.Net.Http.Headers;

namespace Monitor.Silo.Probes.Visits;

/// <summary>
/// The cookies of one probe, kept from one redirect to the next and then forgotten. Many sites set a cookie and lead back to
/// the same address; without it an open site would look like a circle.
/// </summary>
internal sealed class CookieJar
{
    private const int Most = 20;
    private const int Longest = 2_000;

    private readonly Dictionary<(string Host, string Name), string> _cookies = [];

    public void Take(string host, HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Set-Cookie", out var lines))
        {
            return;
        }

        foreach (var line in lines)
        {
            var pair = line.Split(';', 2)[0].Trim();
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            if (split > 0 && pair.Length <= Longest && pair.All(c => c is > ' ' and <= '~') && _cookies.Count < Most)
            {
                _cookies[(host, pair[..split])] = pair;
            }
        }
    }

    /// <summary>The Cookie header for a host; null when there is nothing to send.</summary>
    public string? For(string host) => _cookies.Count == 0 ? null
        : string.Join("; ", _cookies.Where(c => c.Key.Host == host).Select(c => c.Value)) is { Length: > 0 } header ? header : null;
}
