using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>Whether the words that the register asks for stand on the home page.</summary>
internal static class KeywordRule
{
    /// <summary>Words that must stand on the page are gone; heavier when all of them are.</summary>
    public static Verdict Missing(SiteCase site) => site.Profile.Keywords.IsDefaultOrEmpty
        ? new Verdict.Passes(FindingCode.KeywordMissing, "NoneAsked")
        : PageReading.Judge(site, FindingCode.KeywordMissing, page =>
        {
            ImmutableArray<string> missing = [.. site.Profile.Keywords.Intersect(page.MissingKeywords)];
            return missing.IsEmpty
                ? new Verdict.Passes(FindingCode.KeywordMissing, "AllPresent")
                : new Verdict.Fails(Lacking(site, missing));
        });

    private static Finding Lacking(SiteCase site, ImmutableArray<string> missing)
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
}
