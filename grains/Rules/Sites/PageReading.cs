using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>
/// What every rule about the text of a home page asks first: is there a page to judge? In planned maintenance there is none, because a notice
/// of maintenance is no defacement; the page is read again at its end.
/// </summary>
internal static class PageReading
{
    /// <summary>The official wording for a page that is no longer its owner's.</summary>
    public const string Tampering =
        "安全、泄密事故等严重问题：对安全攻击（如页面被挂马、内容被篡改等）没有及时有效处置造成严重安全事故。";

    private const int RefusalLength = 1000;

    private static readonly ImmutableArray<string> RefusalWords =
    [
        "访问被拒绝", "拒绝访问", "访问拦截", "请求被拦截", "被拦截", "安全验证", "人机验证", "访问验证", "安全检查", "防火墙", "防护",
        "请稍候", "forbidden", "accessdenied", "justamoment", "attentionrequired", "challenge", "403", "405", "412",
    ];

    /// <summary>Asks a rule about the page of this look. A body that did not change confirms what was suspected of it.</summary>
    public static Verdict Judge(SiteCase site, FindingCode code, Func<PageFacts, Verdict> rule) => site switch
    {
        { InMaintenance: true } => new Verdict.Unknown(code, "Maintenance"),
        { Look: not Look.Opened } => new Verdict.Unknown(code, "NotOpened"),
        { Seen.Page: { } page } => IsRefusal(page) ? new Verdict.Unknown(code, "RefusalPage") : rule(page),
        { Seen.Unchanged: true } when site.Before.Suspicions.TryGetValue(code, out var suspected) => new Verdict.Fails(suspected),
        _ => new Verdict.Unknown(code, "NotRead"),
    };

    /// <summary>
    /// True for the page of a firewall or a script challenge that came with status 200: short, and with no title or one that says so. It tells
    /// nothing of the site and must not pass for a defacement.
    /// </summary>
    public static bool IsRefusal(PageFacts page)
    {
        var title = PlainText.Fold(page.Title);
        return page.TextLength < RefusalLength && (title.Length == 0 || RefusalWords.Any(w => title.Contains(w, StringComparison.Ordinal)));
    }
}
