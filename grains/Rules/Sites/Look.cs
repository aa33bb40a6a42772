namespace Monitor.Rules.Sites;

/// <summary>What one observation means for the question whether a home page opens. Judged once, so that all rules agree on it.</summary>
internal abstract record Look
{
    private Look()
    {
    }

    /// <summary>We could not see; nothing may follow from it.</summary>
    internal sealed record Blind : Look;

    /// <summary>We refused to probe the address; that is no fault of the site and no word about it.</summary>
    internal sealed record Refused(Failure Failure) : Look;

    /// <summary>A firewall refused us; how the site is cannot be told.</summary>
    internal sealed record Blocked(Failure Failure) : Look;

    /// <summary>It did not open.</summary>
    internal sealed record Failed(Failure Failure) : Look;

    /// <summary>It opened within the limit.</summary>
    internal sealed record Opened : Look;

    /// <summary>
    /// Sorts an observation. Two readings need saying. An answer that took the limit of 15 s or longer did not open, even if it came
    /// (超过(含)15秒). A certificate that is for another name or not trusted is <see cref="Opened"/>: the standard asks whether the page opens
    /// and the server did answer; that browsers warn of it is a finding of its own, <see cref="FindingCode.CertificateInvalid"/>.
    /// </summary>
    public static Look Of(Observation seen, RuleSet rules) => seen switch
    {
        { Sighted: false } => new Blind(),
        { Failure: { Class: FailureClass.AddressRefused } f } => new Refused(f),
        { Failure: { Class: FailureClass.Blocked } f } => new Blocked(f),
        { Failure: { } f } when f.Class != FailureClass.CertificateInvalid => new Failed(f),
        _ when seen.Phases.Total >= rules.AccessLimit => new Failed(TooSlow(seen)),
        _ => new Opened(),
    };

    private static Failure TooSlow(Observation seen) => new(FailureClass.Timeout, $"{seen.Phases.Total.TotalSeconds:0.0} s");
}
