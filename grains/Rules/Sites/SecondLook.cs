using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>
/// What is read off one answer is read twice, 10 s or more apart, before it is held against a site: one odd node of a CDN, one answer from
/// a firewall or one cut transfer must not wake a person. A first reading is kept as a suspicion and brings the next look forward.
/// </summary>
internal static class SecondLook
{
    private static readonly ImmutableHashSet<FindingCode> ReadOffOneAnswer =
    [
        FindingCode.CertificateInvalid,
        FindingCode.TitleChanged,
        FindingCode.TitleMismatch,
        FindingCode.LinksReplaced,
        FindingCode.KeywordMissing,
        FindingCode.LedElsewhere,
    ];

    /// <summary>Holds back first readings. Returns the verdicts that count and the suspicions to remember.</summary>
    public static (ImmutableArray<Verdict> Verdicts, ImmutableDictionary<FindingCode, Finding> Suspicions) Confirm(
        SiteCase site, IEnumerable<Verdict> verdicts)
    {
        var suspicions = site.Memory.Suspicions;
        var counting = ImmutableArray.CreateBuilder<Verdict>();
        foreach (var verdict in verdicts)
        {
            var (counts, suspected) = Weigh(site, verdict, suspicions);
            counting.Add(counts);
            suspicions = suspected;
        }

        return (counting.ToImmutable(), suspicions);
    }

    /// <summary>True while a fresh suspicion waits. An old one, whose second look the site denies us, waits for ordinary looks.</summary>
    public static bool IsDue(SiteMemory memory, RuleSet rules, DateTimeOffset now) =>
        memory.Suspicions.Values.Any(first => now - first.Since <= rules.ConfirmWithin);

    private static (Verdict, ImmutableDictionary<FindingCode, Finding>) Weigh(
        SiteCase site, Verdict verdict, ImmutableDictionary<FindingCode, Finding> suspicions) => verdict switch
        {
            Verdict.Passes p => (p, suspicions.Remove(p.Code)),
            Verdict.Fails f when !Waits(site, f.Finding) => (Confirmed(f, suspicions), suspicions.Remove(f.Finding.Code)),
            Verdict.Fails f => (Held(f), suspicions.TryAdd(f.Finding)),
            _ => (verdict, suspicions),
        };

    private static bool Waits(SiteCase site, Finding finding) =>
        ReadOffOneAnswer.Contains(finding.Code)
        && !site.Before.Open.ContainsKey(finding.Code)
        && !(site.Before.Suspicions.TryGetValue(finding.Code, out var first)
            && site.Seen.At - first.Since >= site.Rules.ConfirmAfter);

    private static Verdict.Fails Confirmed(Verdict.Fails verdict, ImmutableDictionary<FindingCode, Finding> suspicions) =>
        suspicions.TryGetValue(verdict.Finding.Code, out var first)
            ? new(verdict.Finding with { Since = first.Since })
            : verdict;

    private static Verdict.Unknown Held(Verdict.Fails verdict) => new(verdict.Finding.Code, "AwaitsSecondLook");

    private static ImmutableDictionary<FindingCode, Finding> TryAdd(
        this ImmutableDictionary<FindingCode, Finding> suspicions, Finding finding) =>
        suspicions.ContainsKey(finding.Code) ? suspicions : suspicions.Add(finding.Code, finding);
}
