namespace Monitor.Silo.Reading.Facts;

/// <summary>
/// The meta tags government sites must carry (SiteName, SiteDomain, SiteIDCode, ColumnName, PubDate …). Names are
/// compared without regard to case; the first one of a name counts, as search engines read them.
/// </summary>
internal sealed class MetaReader : FactReader
{
    private const int MostTags = 64;
    private const int MostLength = 300;
    private readonly Dictionary<string, string> _tags = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag's content, folded, at most 300 characters; null when absent or blank.</summary>
    public string? this[string name] => _tags.GetValueOrDefault(name);

    public override void Open(PageTag tag)
    {
        if (tag.Name != "meta" || _tags.Count >= MostTags)
        {
            return;
        }

        var name = tag["name"].Trim();
        if (name.IsEmpty || name.Length > 64)
        {
            return;
        }

        var content = Fold.Line(tag["content"], MostLength);
        if (content.Length > 0)
        {
            _tags.TryAdd(name.ToString(), content);
        }
    }
}
