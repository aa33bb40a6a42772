using System.Collections.Immutable;

namespace Monitor.Silo.Reading.Facts;

/// <summary>
/// Hosts of other sites that links lead to, hidden links as well: hidden links to strange hosts are what tampering looks
/// like. A host of the page's own registrable domain is not another site, and a leading "www." makes no other host.
/// </summary>
internal sealed class OutsideHosts(Uri page) : FactReader
{
    public const int Most = 200;
    private const int MostWritten = 5_000;
    private readonly string _own = HostName.Registrable(HostName.Plain(page.IdnHost));
    private readonly HashSet<string> _hosts = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _seen =
        new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Sorted, distinct, lower case, punycode, at most 200.</summary>
    public ImmutableArray<string> Hosts => [.. _hosts.Order(StringComparer.Ordinal).Take(Most)];

    public override void Open(PageTag tag)
    {
        // A base element turns every relative link of the page into a link to its host.
        if (tag.InsideDrawing || tag.Name is not ("a" or "area" or "base") || _seen.Set.Count >= MostWritten)
        {
            return;
        }

        var written = HostName.In(tag["href"]);
        if (written.IsEmpty || !_seen.Add(written))
        {
            return;
        }

        if (HostName.Of(written) is { } host && HostName.Registrable(host) != _own)
        {
            _hosts.Add(host);
        }
    }
}
