using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>Lists of sites as screens page through them, answered by the database and never by waking grains.</summary>
public interface ISiteDirectory
{
    Task<SitePage> Page(SiteQuery query, CancellationToken cancel);
}

/// <param name="Region">Whose register.</param>
/// <param name="Q">Part of an id, name, address or organizer; null for all.</param>
/// <param name="Condition">Only sites in this condition; null for all.</param>
/// <param name="Sort"><c>name</c>, <c>seenAt</c> or <c>condition</c>.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">1 to 200.</param>
public sealed record SiteQuery(string Region, string? Q, string? Condition, string Sort, int Page, int Size);

/// <param name="Items">The sites of this page.</param>
/// <param name="Total">How many match.</param>
/// <param name="Counts">Condition → sites of the whole region in it.</param>
public sealed record SitePage(IReadOnlyList<SiteListItem> Items, int Total, IReadOnlyDictionary<string, int> Counts);

/// <param name="Profile">The site as registered.</param>
/// <param name="Condition">normal, suspect, down, blocked, unknown, maintenance or paused.</param>
/// <param name="SeenAt">When it was last looked at.</param>
/// <param name="TotalMs">How long that look took.</param>
/// <param name="NextLook">When the next look is due.</param>
/// <param name="OpenFindings">How many findings stand against it.</param>
public sealed record SiteListItem(
    SiteProfile Profile, string Condition, DateTimeOffset? SeenAt, int? TotalMs, DateTimeOffset? NextLook, int OpenFindings);
