using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>Whether the links of a home page still lead where they used to: what is put into a page to be found by search engines links away.</summary>
internal static class LinksRule
{
    /// <summary>
    /// 60 % or more of the hosts the page links to, and at least 5, belong to owners it never linked to before. Hosts of the government are
    /// nobody's bait and do not count as new.
    /// </summary>
    public static Verdict Replaced(SiteCase site) => PageReading.Judge(site, FindingCode.LinksReplaced, page =>
    {
        if (site.Before.Baseline is not { } well)
        {
            return new Verdict.Unknown(FindingCode.LinksReplaced, "NoBaseline");
        }

        var known = well.OutsideHosts.Select(HostNames.Owner).ToHashSet();
        ImmutableArray<string> strange = [.. page.OutsideHosts.Where(h => !known.Contains(HostNames.Owner(h)) && !HostNames.IsGovernment(h))];
        return strange.Length >= site.Rules.NewHostsAtLeast && strange.Length * 100 >= page.OutsideHosts.Length * site.Rules.NewHostsPercent
            ? new Verdict.Fails(Strange(site, page, strange))
            : new Verdict.Passes(FindingCode.LinksReplaced, "KnownHosts");
    });

    private static Finding Strange(SiteCase site, PageFacts page, ImmutableArray<string> strange) => new(
        FindingCode.LinksReplaced,
        Priority.P1,
        "StrangeHosts",
        new(
            "首页外部链接大面积指向从未出现过的网站，疑似页面被篡改或被植入暗链。",
            "Most links of the home page lead to hosts never seen on it before; it may have been tampered with."),
        site.Rules.Basis(PageReading.Tampering),
        [
            Evidence.Line("陌生网站数", "Strange hosts", $"{strange.Length} / {page.OutsideHosts.Length}"),
            Evidence.Line("陌生网站", "They are", string.Join(' ', strange)),
        ],
        site.Seen.At);
}
