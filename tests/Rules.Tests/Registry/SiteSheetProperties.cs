using FsCheck;
using FsCheck.Fluent;
using Monitor.Rules.Registry;

namespace Monitor.Rules.Tests.Registry;

public sealed class SiteSheetProperties
{
    private static readonly string[] Scraps =
        ["id,name,url\n", "5304020001", ",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", "甲", "http://", "https://a.gov.cn/", "[", "{", "}", "]", ":", "\"id\"",
         "\uD800", "\uFEFF", "\0", "@", "//", "\\", "１", "分钟", "(", "）", "xn--", "[::1]", "%", "."];

    [Fact]
    public void Any_text_is_read_without_throwing_and_within_its_lines() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<string>(), (scraps, noise) =>
        {
            var text = string.Concat(scraps.Select(s => Scraps[s % Scraps.Length])) + noise;
            var reading = SiteSheet.Read(text, "530400");
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Count(c => c is '\n' or '\r') + 1;
            return reading.Faults.All(f => f.Line >= 1 && f.Line <= lines)
                && reading.Sites.All(s => ProfileRule.Faults(s).IsEmpty);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Rows_written_by_the_rfc_are_read_back_at_their_lines() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<byte>>(), names =>
        {
            var written = names.Get.Select((n, i) => (Id: $"{5304020000L + i}", Name: Names[n % Names.Length])).ToList();
            var text = "id,name,url\r\n" + string.Concat(written.Select(w => $"{w.Id},\"{w.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",http://a.gov.cn/\r\n"));
            var reading = SiteSheet.Read(text, "530400");
            var wantLines = Bad(written).ToList();
            return reading.Faults.Select(f => f.Line).SequenceEqual(wantLines)
                && reading.Sites.Select(s => s.Name).SequenceEqual(written.Where(w => !w.Name.Contains('\n')).Select(w => w.Name));
        }).QuickCheckThrowOnFailure();

    private static readonly string[] Names = ["甲局", "甲,乙局", "甲\"乙\"局", "甲\n乙", "甲\r\n\r\n乙"];

    /// <summary>A name with a line break is a fault; the row it stands in begins where the ones before it ended.</summary>
    private static IEnumerable<int> Bad(List<(string Id, string Name)> written)
    {
        var line = 2;
        foreach (var (_, name) in written)
        {
            if (name.Contains('\n'))
            {
                yield return line;
            }

            line += 1 + name.Count(c => c == '\n');
        }
    }
}
