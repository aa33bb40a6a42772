using static Monitor.Rules.Sites.Availability;

namespace Monitor.Rules.Sites;

/// <summary>
/// Whether a site is down, with a second look before anybody is blamed. A first failure makes it suspect and is looked at again after 10 to
/// 30 s; a second makes it down. A name that does not exist and a certificate that has ended are certain at once. After an outage two
/// successes make it up. Being refused by a firewall says nothing either way: it neither opens nor closes an outage.
/// </summary>
internal static class AvailabilityRule
{
    /// <summary>The state after a look.</summary>
    /// <param name="was">The state before it.</param>
    /// <param name="look">What the look means.</param>
    /// <param name="at">When the look started; an outage counts from its first failing look.</param>
    /// <param name="rules">The rule set in force.</param>
    public static Availability Next(Availability was, Look look, DateTimeOffset at, RuleSet rules) => look switch
    {
        Look.Opened => AfterSuccess(was, at),
        Look.Failed f => AfterFailure(was, f.Failure, at, rules),
        Look.Blocked b => was is Blocked ? was : new Blocked(at, b.Failure, Outage(was)),
        Look.Refused r => new Unseen(r.Failure, Outage(was)),
        _ => was,
    };

    /// <summary>True while a second look must come soon: to confirm a failure, or a recovery.</summary>
    public static bool AsksSoon(Availability state) => state is Suspect or Recovering;

    /// <summary>站点无法访问. Planned maintenance raises nothing, but an outage that outlasts it is raised at its end.</summary>
    public static Verdict SiteDown(SiteCase site) => site.Memory.Availability switch
    {
        Down when site.InMaintenance => new Verdict.Unknown(FindingCode.SiteDown, "Maintenance"),
        Down d => new Verdict.Fails(DownFinding(site, d)),
        Up => new Verdict.Passes(FindingCode.SiteDown, "OpensAgain"),
        Suspect => new Verdict.Unknown(FindingCode.SiteDown, "AwaitsSecondLook"),
        Recovering => new Verdict.Unknown(FindingCode.SiteDown, "AwaitsSecondSuccess"),
        Blocked => new Verdict.Unknown(FindingCode.SiteDown, "Blocked"),
        _ => new Verdict.Unknown(FindingCode.SiteDown, "Unseen"),
    };

    /// <summary>We are refused, twice in a row. It ends when the page opens, or fails in a way that says more.</summary>
    public static Verdict SiteBlocked(SiteCase site) => (site.Before.Availability, site.Memory.Availability) switch
    {
        (Blocked, Blocked) when site.InMaintenance => new Verdict.Unknown(FindingCode.SiteBlocked, "Maintenance"),
        (Blocked, Blocked b) => new Verdict.Fails(BlockedFinding(site, b)),
        (_, Blocked) => new Verdict.Unknown(FindingCode.SiteBlocked, "AwaitsSecondLook"),
        (_, Up or Recovering) => new Verdict.Passes(FindingCode.SiteBlocked, "LetIn"),
        (_, Down) => new Verdict.Passes(FindingCode.SiteBlocked, "DownInstead"),
        _ => new Verdict.Unknown(FindingCode.SiteBlocked, "AwaitsSecondLook"),
    };

    private static Availability AfterSuccess(Availability was, DateTimeOffset at) => was switch
    {
        Up => was,
        Down d => new Recovering(d.Since, d.Failure),
        Blocked { Before: { } d } => new Recovering(d.Since, d.Failure),
        Unseen { Before: { } d } => new Recovering(d.Since, d.Failure),
        _ => new Up(at),
    };

    private static Availability AfterFailure(Availability was, Failure failure, DateTimeOffset at, RuleSet rules) => was switch
    {
        _ when Outage(was) is { } outage => outage,
        Suspect s when IsPermanent(failure) => new Down(s.Since, failure),
        _ when IsPermanent(failure) => new Down(at, failure),
        Suspect s when at - s.Since > rules.ConfirmWithin => new Suspect(at, failure),
        Suspect s => at - s.Since >= rules.ConfirmAfter ? new Down(s.Since, failure) : s,
        _ => new Suspect(at, failure),
    };

    private static Down? Outage(Availability state) => state switch
    {
        Down d => d,
        Recovering r => new Down(r.Since, r.Failure),
        Blocked b => b.Before,
        Unseen u => u.Before,
        _ => null,
    };

    private static bool IsPermanent(Failure failure) =>
        failure.Class is FailureClass.DnsNoName or FailureClass.CertificateExpired;

    private static Finding DownFinding(SiteCase site, Down down)
    {
        var words = down.Failure.Class.Words();
        return new(
            FindingCode.SiteDown,
            site.Profile.IsPortal ? Priority.P1 : Priority.P2,
            down.Failure.Class.ToString(),
            new($"首页打不开：{words.Zh}。", $"The home page does not open: {words.En}."),
            site.Rules.Basis("站点无法访问：监测1周，每天间隔性访问20次以上，超过（含）15秒网站仍打不开的次数累计占比超过（含）5%。"),
            [
                Evidence.Line("首次失败", "First failure", ChinaTime.Words(down.Since)),
                Evidence.Line("确认原因", "Confirmed by", down.Failure.Detail),
                .. SeenLines(site),
            ],
            down.Since);
    }

    private static Finding BlockedFinding(SiteCase site, Blocked blocked) => new(
        FindingCode.SiteBlocked,
        Priority.P3,
        nameof(FailureClass.Blocked),
        new("探测被网站防护设备拦截，无法判断网站是否正常。", "A firewall refuses our probe; how the site is cannot be told."),
        RuleSet.Practice("连续两次被拦截即提示，请主办单位将监测地址加入白名单；被拦截不计为无法访问。"),
        [
            Evidence.Line("首次被拦截", "First refused", ChinaTime.Words(blocked.Since)),
            Evidence.Line("拦截方式", "How", blocked.Failure.Detail),
            .. SeenLines(site),
        ],
        blocked.Since);

    private static IEnumerable<Fact> SeenLines(SiteCase site)
    {
        yield return Evidence.Line("首页网址", "Home page", site.Profile.Url);
        yield return Evidence.Line("最近一次访问", "Last look", ChinaTime.Words(site.Seen.At));
        yield return Evidence.Line("用时", "Took", $"{site.Seen.Phases.Total.TotalSeconds:0.0} s");
        if (site.Seen.Http is { } http)
        {
            yield return Evidence.Line("HTTP 状态", "HTTP status", $"{http.Status}");
        }

        if (site.Seen.Http?.Address is { } address)
        {
            yield return Evidence.Line("应答地址", "Answered from", address);
        }
    }
}
