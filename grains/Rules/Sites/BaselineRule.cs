using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>
/// Learns what a home page looks like when it is well: only from pages that nothing is held or suspected against, so that a defacement never
/// becomes the measure. In planned maintenance a redesign is learnt too, as long as it names the site.
/// </summary>
internal static class BaselineRule
{
    private const int MostHosts = 400;

    private static readonly ImmutableArray<FindingCode> Tampering =
        [FindingCode.TitleChanged, FindingCode.LinksReplaced, FindingCode.LedElsewhere];

    /// <summary>The baseline after a look; the same one when there is nothing new in it.</summary>
    public static PageBaseline? Learn(
        SiteCase site, ImmutableDictionary<FindingCode, Finding> open, ImmutableDictionary<FindingCode, Finding> suspicions)
    {
        var was = site.Before.Baseline;
        return site is { Look: Look.Opened, Seen.Page: { } page, Seen.Http: { } http }
            && !PageReading.IsRefusal(page)
            && !HomeHostRule.IsElsewhere(site.Profile, http)
            && !Tampering.Any(code => open.ContainsKey(code) || suspicions.ContainsKey(code))
            && (!site.InMaintenance || SiteNames.Fits(page.Title, site.Profile.Name))
            ? Merge(was, page, site.Now)
            : was;
    }

    /// <summary>Hosts once seen stay known, so that what comes and goes is not new each time; the oldest fall out of 400.</summary>
    private static PageBaseline Merge(PageBaseline? was, PageFacts page, DateTimeOffset now)
    {
        var known = was?.OutsideHosts ?? [];
        return was is not null && was.Title == page.Title && page.OutsideHosts.All(known.Contains)
            ? was
            : new(page.Title, [.. page.OutsideHosts.Union(known).Take(MostHosts)], now);
    }
}
