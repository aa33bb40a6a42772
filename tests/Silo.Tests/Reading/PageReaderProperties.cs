using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Silo.Reading;

namespace Monitor.Silo.Tests.Reading;

/// <summary>Whatever the bytes are, the answer is a value within its bounds.</summary>
public sealed class PageReaderProperties
{
    /// <summary>Pieces of pages, from which random pages are put together: broken far more often than well formed.</summary>
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "<!--", "-->", "<a href=", "'", "\"", "</a>", "<li>", "</li>", "<ul>", "</ul>", "<div hidden>", "</div>", "<p>",
        "<table>", "<tr>", "<td>", "</table>", "<title>", "</title>", "<script>", "</script>", "<style>", "<svg>", "</svg>", "<base href=",
        "<meta charset=", "gbk", "utf-16", "<meta name=SiteName content=", "2026-11-20", "20", "2026-", "11", "11月", "[02-30]", "9999-12-31",
        "0000-00-00", "1月1日", "今天是", "发布时间：", "截止", "http://a.b", "//", "\\\\", "@", "xn--", "公告", "&amp", "&#", "&#xD800;", "\0", "\uFFFD",
        "\uD840", "𠀀", " ", "\n", "　", "title='发布时间：2026-11-20'", "<time datetime=", "=", "<plaintext>", "<textarea>", "<br>", "<template>",
    ];

    [Fact]
    public void Random_bytes_never_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsWithinBounds(Pages.Read(bytes ?? [], null))).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_header_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), header => IsWithinBounds(Pages.Read("<p>政府"u8.ToArray(), header))).QuickCheckThrowOnFailure();

    [Fact]
    public void Pages_of_random_pieces_never_throw() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => IsWithinBounds(Pages.Read(string.Concat(pieces)))));

    [Fact]
    public void Page_with_any_byte_changed_never_throws()
    {
        var page = Encoding.UTF8.GetBytes(
            "<html><head><meta charset=utf-8><title>兰亭县人民政府</title></head><body><ul><li><a href='http://a.cn/1' title='发布时间：2026-11-20'>公告" +
            "</a><em>20</em><span>2026-11</span></li><li><a href=/2>通知</a>[11-19]</li></ul></body></html>");
        for (var at = 0; at < page.Length; at++)
        {
            foreach (var change in (byte[])[0, (byte)'<', (byte)'>', (byte)'"', (byte)'9', 0x80, 0xFF])
            {
                var kept = page[at];
                page[at] = change;
                Assert.True(IsWithinBounds(Pages.Read(page, null)), $"Byte {at} as {change}.");
                page[at] = kept;
            }
        }
    }

    private static bool IsWithinBounds(PageReading reading) => reading is
    {
        Facts: null,
        Failure: { Detail.Length: <= 200 },
    } or
    {
        Failure: null,
        Facts: { Title.Length: <= 200, TextLength: >= 0, ImpossibleDates.Length: <= 20, OutsideHosts.Length: <= 200 },
    };
}
