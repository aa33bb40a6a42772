using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>
/// Whether a home page is still the site's own. All of it is read twice before it is held against anyone (<see cref="SecondLook"/>), and
/// compared with what the page looked like when it was well (<see cref="BaselineRule"/>). A redesign under the same name is none of this.
/// </summary>
internal static class PageChangeRule
{
    private const string Tampering = "安全、泄密事故等严重问题：对安全攻击（如页面被挂马、内容被篡改等）没有及时有效处置造成严重安全事故。";

    /// <summary>The title named the site and names it no more.</summary>
    public static Verdict TitleChanged(SiteCase site) => PageReading.Judge(site, FindingCode.TitleChanged, page => site switch
    {
        _ when SiteNames.Fits(page.Title, site.Profile.Name) => new Verdict.Passes(FindingCode.TitleChanged, "NamesTheSite"),
        { Before.Baseline: { } well } when SiteNames.Fits(well.Title, site.Profile.Name) => new Verdict.Fails(Changed(site, page, well)),
        _ => new Verdict.Passes(FindingCode.TitleChanged, "NeverNamedTheSite"),
    });

    /// <summary>The title never named the site, nor does its SiteName tag: the register or the page is wrong.</summary>
    public static Verdict TitleMismatch(SiteCase site) => PageReading.Judge(site, FindingCode.TitleMismatch, page => site switch
    {
        _ when SiteNames.Fits(page.Title, site.Profile.Name) => new Verdict.Passes(FindingCode.TitleMismatch, "NamesTheSite"),
        _ when SiteNames.Fits(page.SiteName ?? "", site.Profile.Name) => new Verdict.Passes(FindingCode.TitleMismatch, "TagNamesTheSite"),
        { Before.Baseline: { } well } when SiteNames.Fits(well.Title, site.Profile.Name) =>
            new Verdict.Passes(FindingCode.TitleMismatch, "ChangedInstead"),
        _ => new Verdict.Fails(Mismatched(site, page)),
    });

    /// <summary>
    /// 60 % or more of the hosts the page links to, and at least 5, belong to owners it never linked to before. Hosts of the government are
    /// nobody's bait and do not count as new.
    /// </summary>
    public static Verdict LinksReplaced(SiteCase site) => PageReading.Judge(site, FindingCode.LinksReplaced, page =>
    {
        if (site.Before.Baseline is not { } well)
        {
            return new Verdict.Unknown(FindingCode.LinksReplaced, "NoBaseline");
        }

        var known = well.OutsideHosts.Select(HostNames.Owner).ToHashSet();
        ImmutableArray<string> strange = [.. page.OutsideHosts.Where(h => !known.Contains(HostNames.Owner(h)) && !HostNames.IsGovernment(h))];
        return strange.Length >= site.Rules.NewHostsAtLeast && strange.Length * 100 >= page.OutsideHosts.Length * site.Rules.NewHostsPercent
            ? new Verdict.Fails(Replaced(site, page, strange))
            : new Verdict.Passes(FindingCode.LinksReplaced, "KnownHosts");
    });

    /// <summary>Words that must stand on the page are gone; heavier when all of them are.</summary>
    public static Verdict KeywordMissing(SiteCase site) => site.Profile.Keywords.IsDefaultOrEmpty
        ? new Verdict.Passes(FindingCode.KeywordMissing, "NoneAsked")
        : PageReading.Judge(site, FindingCode.KeywordMissing, page =>
        {
            ImmutableArray<string> missing = [.. site.Profile.Keywords.Intersect(page.MissingKeywords)];
            return missing.IsEmpty
                ? new Verdict.Passes(FindingCode.KeywordMissing, "AllPresent")
                : new Verdict.Fails(Missing(site, missing));
        });

    /// <summary>The home page leads to somebody else's host. www., m., wap. and other names of the same owner are the site itself.</summary>
    public static Verdict LedElsewhere(SiteCase site) => site switch
    {
        { InMaintenance: true } => new Verdict.Unknown(FindingCode.LedElsewhere, "Maintenance"),
        { Look: Look.Opened, Seen.Http: { } http } when IsElsewhere(site.Profile, http) => new Verdict.Fails(Elsewhere(site, http)),
        { Look: Look.Opened, Seen.Http: not null } => new Verdict.Passes(FindingCode.LedElsewhere, "SameOwner"),
        _ => new Verdict.Unknown(FindingCode.LedElsewhere, "NotOpened"),
    };

    /// <summary>True when the redirects ended with another owner than the registered one.</summary>
    public static bool IsElsewhere(SiteProfile profile, HttpFacts http) =>
        (HostNames.Of(profile.Url), HostNames.Of(http.FinalUrl)) is ({ } registered, { } final)
        && HostNames.Owner(registered) != HostNames.Owner(final);

    private static Finding Changed(SiteCase site, PageFacts page, PageBaseline well) => new(
        FindingCode.TitleChanged,
        Priority.P1,
        "NameGone",
        new("首页标题不再包含网站名称，疑似页面被篡改。", "The title of the home page no longer names the site; it may have been tampered with."),
        site.Rules.Basis(Tampering),
        [
            Evidence.Line("现标题", "Title now", page.Title),
            Evidence.Line("原标题", "Title before", well.Title),
            Evidence.Line("网站名称", "Registered name", site.Profile.Name),
            Evidence.Line("首次发现", "First seen", ChinaTime.Words(site.Seen.At)),
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

    private static Finding Replaced(SiteCase site, PageFacts page, ImmutableArray<string> strange) => new(
        FindingCode.LinksReplaced,
        Priority.P1,
        "StrangeHosts",
        new(
            "首页外部链接大面积指向从未出现过的网站，疑似页面被篡改或被植入暗链。",
            "Most links of the home page lead to hosts never seen on it before; it may have been tampered with."),
        site.Rules.Basis(Tampering),
        [
            Evidence.Line("陌生网站数", "Strange hosts", $"{strange.Length} / {page.OutsideHosts.Length}"),
            Evidence.Line("陌生网站", "They are", string.Join(' ', strange)),
            Evidence.Line("首次发现", "First seen", ChinaTime.Words(site.Seen.At)),
        ],
        site.Seen.At);

    private static Finding Missing(SiteCase site, ImmutableArray<string> missing)
    {
        var all = missing.Length == site.Profile.Keywords.Length;
        return new(
            FindingCode.KeywordMissing,
            all ? Priority.P2 : Priority.P3,
            all ? "AllMissing" : "SomeMissing",
            all
                ? new("首页未见任何约定的关键词。", "None of the agreed words stands on the home page.")
                : new("首页缺少部分约定的关键词。", "Some of the agreed words are missing from the home page."),
            RuleSet.Practice("首页应包含登记的关键词。"),
            [Evidence.Line("缺少", "Missing", string.Join('、', missing))],
            site.Seen.At);
    }

    private static Finding Elsewhere(SiteCase site, HttpFacts http) => new(
        FindingCode.LedElsewhere,
        Priority.P2,
        "AnotherOwner",
        new("首页跳转到其他单位的域名，疑似被劫持或网址登记有误。", "The home page leads to another owner's host; it may have been hijacked, or the register is wrong."),
        RuleSet.Practice("首页网址应停留在登记的域名内。"),
        [
            Evidence.Line("登记网址", "Registered", site.Profile.Url),
            Evidence.Line("最终网址", "Ends at", http.FinalUrl),
            Evidence.Line("跳转次数", "Redirects", $"{http.Redirects}"),
        ],
        site.Seen.At);
}
