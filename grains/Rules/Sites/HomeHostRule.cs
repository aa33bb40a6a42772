namespace Monitor.Rules.Sites;

/// <summary>Whether the registered address still leads to its owner's own host.</summary>
internal static class HomeHostRule
{
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
