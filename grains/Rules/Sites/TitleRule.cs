namespace Monitor.Rules.Sites;

/// <summary>
/// Whether the title of a home page still names the site. Compared with the title of when the page was well (<see cref="BaselineRule"/>);
/// a redesign under the same name is no tampering.
/// </summary>
internal static class TitleRule
{
    /// <summary>The title named the site and names it no more.</summary>
    public static Verdict Changed(SiteCase site) => PageReading.Judge(site, FindingCode.TitleChanged, page => site switch
    {
        _ when SiteNames.Fits(page.Title, site.Profile.Name) => new Verdict.Passes(FindingCode.TitleChanged, "NamesTheSite"),
        { Before.Baseline: { } well } when SiteNames.Fits(well.Title, site.Profile.Name) => new Verdict.Fails(Tampered(site, page, well)),
        _ => new Verdict.Passes(FindingCode.TitleChanged, "NeverNamedTheSite"),
    });

    /// <summary>The title never named the site, nor does its SiteName tag: the register or the page is wrong.</summary>
    public static Verdict Mismatch(SiteCase site) => PageReading.Judge(site, FindingCode.TitleMismatch, page => site switch
    {
        _ when SiteNames.Fits(page.Title, site.Profile.Name) => new Verdict.Passes(FindingCode.TitleMismatch, "NamesTheSite"),
        _ when SiteNames.Fits(page.SiteName ?? "", site.Profile.Name) => new Verdict.Passes(FindingCode.TitleMismatch, "TagNamesTheSite"),
        { Before.Baseline: { } well } when SiteNames.Fits(well.Title, site.Profile.Name) =>
            new Verdict.Passes(FindingCode.TitleMismatch, "ChangedInstead"),
        _ => new Verdict.Fails(Mismatched(site, page)),
    });

    private static Finding Tampered(SiteCase site, PageFacts page, PageBaseline well) => new(
        FindingCode.TitleChanged,
        Priority.P1,
        "NameGone",
        new("首页标题不再包含网站名称，疑似页面被篡改。", "The title of the home page no longer names the site; it may have been tampered with."),
        site.Rules.Basis(PageReading.Tampering),
        [
            Evidence.Line("现标题", "Title now", page.Title),
            Evidence.Line("原标题", "Title before", well.Title),
            Evidence.Line("网站名称", "Registered name", site.Profile.Name),
        ],
        site.Seen.At);

    private static Finding Mismatched(SiteCase site, PageFacts page) => new(
        FindingCode.TitleMismatch,
        Priority.P3,
        "NameNeverSeen",
        new("首页标题与登记的网站名称不符，请核对登记信息或规范标题。", "The title of the home page does not name the site as registered; correct the register or the title."),
        site.Rules.Basis("域名名称：未以本地区本部门名称命名；名称未在全站头部显著展示。"),
        [
            Evidence.Line("首页标题", "Title", page.Title),
            Evidence.Line("网站名称", "Registered name", site.Profile.Name),
        ],
        site.Seen.At);
}
