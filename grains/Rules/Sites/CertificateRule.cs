namespace Monitor.Rules.Sites;

/// <summary>
/// The certificate: how long it lasts, by the one last shown, and whether it is trusted. A site without https has no certificate to judge;
/// that is a matter of policy and no fault.
/// </summary>
internal static class CertificateRule
{
    /// <summary>30, 15, 7 and 1 days before its end, and after it: one finding that grows heavier, closed by a renewed certificate.</summary>
    public static Verdict Ending(SiteCase site) => site.Memory.Certificate switch
    {
        null when IsPlain(site) => new Verdict.Passes(FindingCode.CertificateEnding, "NotHttps"),
        null => new Verdict.Unknown(FindingCode.CertificateEnding, "NoneShown"),
        { } shown => (shown.NotAfter - site.Now).TotalDays switch
        {
            <= 0 => Fails(site, shown, Priority.P2, "Ended", new("证书已过期", "The certificate has ended")),
            <= 1 => Ends(site, shown, Priority.P2, 1),
            <= 7 => Ends(site, shown, Priority.P3, 7),
            <= 15 => Ends(site, shown, Priority.P3, 15),
            <= 30 => Ends(site, shown, Priority.P4, 30),
            _ => new Verdict.Passes(FindingCode.CertificateEnding, "Renewed"),
        },
    };

    /// <summary>The certificate is for another name or its chain is not trusted. One that only ended is told by <see cref="Ending"/>.</summary>
    public static Verdict Invalid(SiteCase site) => site.Seen switch
    {
        { Failure.Class: FailureClass.CertificateInvalid } => new Verdict.Fails(InvalidFinding(site)),
        { Certificate.Problem: null, Certificate: not null } => new Verdict.Passes(FindingCode.CertificateInvalid, "Trusted"),
        _ when IsPlain(site) => new Verdict.Passes(FindingCode.CertificateInvalid, "NotHttps"),
        _ => new Verdict.Unknown(FindingCode.CertificateInvalid, "NoneShown"),
    };

    /// <summary>True when the page opened without TLS.</summary>
    public static bool IsPlain(Look look, Observation seen) =>
        look is Look.Opened && seen is { Certificate: null, Http.FinalUrl: { } url } && url.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(SiteCase site) => IsPlain(site.Look, site.Seen);

    private static Verdict.Fails Ends(SiteCase site, CertificateFacts shown, Priority priority, int days) =>
        Fails(site, shown, priority, $"DaysLeft{days}", new($"证书剩余不足{days}天", $"The certificate has less than {days} days left"));

    private static Verdict.Fails Fails(SiteCase site, CertificateFacts shown, Priority priority, string reason, Text words)
    {
        var end = ChinaTime.Words(shown.NotAfter);
        return new(new(
            FindingCode.CertificateEnding,
            priority,
            reason,
            new($"{words.Zh}，到期时间{end}。", $"{words.En}; it ends {end}."),
            RuleSet.Practice("证书到期前30、15、7、1天及到期后提示。"),
            [.. Lines(shown)],
            site.Now));
    }

    private static Finding InvalidFinding(SiteCase site) => new(
        FindingCode.CertificateInvalid,
        Priority.P2,
        "NotTrusted",
        new("网站证书不可信，浏览器会阻止访问。", "The certificate is not trusted; browsers will stop people from opening the site."),
        RuleSet.Practice("证书应与域名一致且由受信任的机构签发；仅证书不可信不计为无法访问。"),
        [
            Evidence.Line("问题", "Problem", site.Seen.Certificate?.Problem ?? site.Seen.Failure!.Detail),
            .. site.Seen.Certificate is { } shown ? Lines(shown) : [],
        ],
        site.Seen.At);

    private static IEnumerable<Fact> Lines(CertificateFacts shown) =>
    [
        Evidence.Line("使用者", "Subject", shown.Subject),
        Evidence.Line("颁发者", "Issuer", shown.Issuer),
        Evidence.Line("有效期", "Valid", $"{ChinaTime.Words(shown.NotBefore)} – {ChinaTime.Words(shown.NotAfter)}"),
        Evidence.Line("指纹", "Thumbprint", shown.Thumbprint),
    ];
}
