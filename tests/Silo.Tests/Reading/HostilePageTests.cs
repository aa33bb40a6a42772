using System.Text;

namespace Monitor.Silo.Tests.Reading;

/// <summary>Pages made to hang, exhaust or overflow a reader. Each must simply be read; a reader that grows faster than its input never ends here.</summary>
public sealed class HostilePageTests
{
    private static readonly Dictionary<string, Func<string>> Attacks = new()
    {
        { "depth", () => Many("<div>", 200_000) },
        { "misnested formatting", () => Many("<b><i><a href=1>", 100_000) },
        { "formatting that a tree would clone", () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<b a{i}>x<p>")) },
        { "links in links", () => Many("<a><div>", 100_000) },
        { "stray ends", () => Many("<div>", 400) + Many("</p>", 300_000) },
        { "attributes", () => "<a " + Many("x=1 y=2 ", 100_000) + string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}")) + ">x" },
        { "one endless tag name", () => "<" + new string('a', 1_000_000) },
        { "one endless attribute", () => "<a b=\"" + Many("x ", 500_000) },
        { "comments in comments", () => Many("<!--", 300_000) },
        { "scripts in scripts", () => "<script>" + Many("<!--<script>", 100_000) },
        { "declarations that never end", () => Many("<meta charset", 100_000) },
        { "brackets", () => new string('<', 1_000_000) },
        { "references", () => Many("&notit;&#x110000;&#0;", 100_000) },
        { "dates", () => Many("<i>2026-11-20</i>", 100_000) },
        { "pieces of dates", () => Many("<b>1</b>", 200_000) },
        { "dated links", () => Many("<i>2026-11-20</i><a href=x>关于某事的公告</a>", 50_000) },
        { "hosts", () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a href=//h{i}.com>x</a>")) },
        { "tables", () => Many("<table><tr><td>", 100_000) },
        { "drawings", () => Many("<svg><g><foreignObject><math>", 50_000) },
    };

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Page_made_to_exhaust_the_reader_is_read_like_any_other(string attack)
    {
        var reading = Pages.Read($"<title>{attack}</title><p>text</p>{Attacks[attack]()}");
        Assert.Equal(attack, reading.Facts?.Title);
    }

    [Fact]
    public void Text_after_a_tag_that_never_ends_is_not_read() =>
        Assert.Equal(1, Pages.Facts("<p>x</p><a title=\"<p>more and more").TextLength);

    [Fact]
    public void Markup_in_a_title_stays_text() =>
        Assert.Equal("<img src=x onerror=alert(1)>", Pages.Facts("<title><img src=x onerror=alert(1)></title><p>x").Title);

    private static string Many(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();
}
