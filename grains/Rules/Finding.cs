using System.Collections.Immutable;

namespace Monitor.Rules;

/// <summary>What a rule can hold against a target. The name is stored and shown to machines; people read the sentence.</summary>
public enum FindingCode
{
    /// <summary>The home page does not open (站点无法访问, confirmed).</summary>
    SiteDown = 1,

    /// <summary>A firewall refuses our probe; we cannot tell how the site is.</summary>
    SiteBlocked = 2,

    /// <summary>V2 站点无法访问: 5 % or more of a week's accesses failed.</summary>
    AccessVeto = 3,

    /// <summary>The week's failed accesses come near the veto.</summary>
    AccessNearVeto = 4,

    /// <summary>V3 首页不更新: nothing on the home page dated within 14 days.</summary>
    HomeStale = 5,

    /// <summary>The home page comes near V3 (7, 3, 1 days left).</summary>
    HomeStaleSoon = 6,

    /// <summary>The certificate ends in 30, 15, 7 or 1 days, or has ended.</summary>
    CertificateEnding = 7,

    /// <summary>The certificate is for another name or is not trusted.</summary>
    CertificateInvalid = 8,

    /// <summary>The title no longer names the site: it may have been tampered with (页面篡改).</summary>
    TitleChanged = 9,

    /// <summary>The title never named the site: the register or the page is wrong.</summary>
    TitleMismatch = 10,

    /// <summary>Most outside links of the home page lead to hosts not seen before.</summary>
    LinksReplaced = 11,

    /// <summary>Words that must stand on the home page are gone.</summary>
    KeywordMissing = 12,

    /// <summary>The home page leads to another site's host.</summary>
    LedElsewhere = 13,

    /// <summary>A collector cannot see out; what it would report is held.</summary>
    CollectorBlind = 14,
}

/// <summary>What a rule says of a target, with everything needed to stand by it.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Priority">How soon a person must look.</param>
/// <param name="Reason">The branch of the rule that decided, as a stable name such as <c>DnsNoName</c> or <c>DaysLeft7</c>.</param>
/// <param name="Sentence">What a person reads.</param>
/// <param name="Basis">The rule set and its official wording.</param>
/// <param name="Evidence">The facts the rule looked at.</param>
/// <param name="Since">When it first stood.</param>
[GenerateSerializer, Immutable, Alias("monitor.finding")]
public sealed record Finding(
    [property: Id(0)] FindingCode Code,
    [property: Id(1)] Priority Priority,
    [property: Id(2)] string Reason,
    [property: Id(3)] Text Sentence,
    [property: Id(4)] Basis Basis,
    [property: Id(5)] ImmutableArray<Fact> Evidence,
    [property: Id(6)] DateTimeOffset Since);

/// <summary>Where a rule comes from. <see cref="Wording"/> is the official Chinese text, or our own where no official one exists.</summary>
[GenerateSerializer, Immutable, Alias("monitor.basis")]
public sealed record Basis(
    [property: Id(0)] string RuleSet,
    [property: Id(1)] string Version,
    [property: Id(2)] string Wording);

/// <summary>One line of evidence: a label people know and an inert value, at most 300 characters.</summary>
[GenerateSerializer, Immutable, Alias("monitor.fact")]
public sealed record Fact(
    [property: Id(0)] Text Label,
    [property: Id(1)] string Value);

/// <summary>The answer of one rule: it fails, it passes, or it cannot be told. Only the first two open and close findings.</summary>
[GenerateSerializer, Immutable, Alias("monitor.verdict")]
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The finding stands.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.verdict.fails")]
    public sealed record Fails([property: Id(0)] Finding Finding) : Verdict;

    /// <summary>The finding does not stand; if it was open it closes with this reason.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.verdict.passes")]
    public sealed record Passes([property: Id(0)] FindingCode Code, [property: Id(1)] string Reason) : Verdict;

    /// <summary>There is too little to go by; what was open stays open.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.verdict.unknown")]
    public sealed record Unknown([property: Id(0)] FindingCode Code, [property: Id(1)] string Reason) : Verdict;
}

/// <summary>What a target tells its desk: a finding opened, changed its weight, or closed.</summary>
/// <param name="No">Grows with every change of this target, even when its memory was lost; the desk drops what it has.</param>
/// <param name="Code">Which finding.</param>
/// <param name="At">When the rule decided.</param>
/// <param name="Finding">The finding as it stands now; null when it closed.</param>
/// <param name="Reason">Why it changed.</param>
/// <param name="Was">The priority it stood at before; null when it opened with this change, and when it closed.</param>
[GenerateSerializer, Immutable, Alias("monitor.finding-change")]
public sealed record FindingChange(
    [property: Id(0)] long No,
    [property: Id(1)] FindingCode Code,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] Finding? Finding,
    [property: Id(4)] string Reason,
    [property: Id(5)] Priority? Was = null);
