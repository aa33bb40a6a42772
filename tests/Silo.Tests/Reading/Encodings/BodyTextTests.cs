using System.Text;
using Monitor.Rules;

namespace Monitor.Silo.Tests.Reading.Encodings;

public sealed class BodyTextTests
{
    private const string Title = "兰亭县人民政府门户网站";
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("gb18030")]
    [InlineData("x-gbk")]
    [InlineData("\"GB2312\"")]
    public void Gb_name_in_header_reads_all_of_gb18030(string name) =>
        Reads(Gb.GetBytes(Page("", "㐂镕堃")), $"text/html; charset={name}", "gb18030", "㐂镕堃");

    [Theory]
    [InlineData("<meta charset=gb2312>")]
    [InlineData("<META CHARSET='GBK'/>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">")]
    [InlineData("<meta content='text/html;charset=gbk' http-equiv=content-type>")]
    [InlineData("<!-- <meta charset=big5> --><meta charset=gbk>")]
    [InlineData("<link title='<meta charset=big5>'><meta charset=gbk>")]
    [InlineData("<meta charset=nonsense><meta charset=gbk><meta charset=big5>")]
    [InlineData("<meta name=x content='charset=big5'><meta charset=gbk>")]
    public void Meta_that_names_gb_is_followed(string meta) => Reads(Gb.GetBytes(Page(meta)), null, "gb18030", Title);

    [Fact]
    public void Meta_that_names_big5_is_followed() => Reads(Big5.GetBytes(Page("<meta charset=big5>", "臺北市政府")), null, "big5", "臺北市政府");

    [Fact]
    public void Declaration_behind_long_comments_is_found() =>
        Reads(Big5.GetBytes(Page($"<!--{new string('x', 3000)}--><meta charset=big5>", "臺北市政府")), null, "big5", "臺北市政府");

    [Fact]
    public void Utf8_that_claims_to_be_gb_is_read_as_utf8() =>
        Reads(Encoding.UTF8.GetBytes(Page("<meta charset=gb2312>")), "text/html; charset=gbk", "utf-8", Title);

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/html; charset=iso-8859-1")]
    [InlineData("text/html")]
    [InlineData(null)]
    public void Gb_that_claims_to_be_something_else_or_nothing_is_read_as_gb(string? header) => Reads(Gb.GetBytes(Page("")), header, "gb18030", Title);

    [Fact]
    public void Header_goes_before_meta() => Reads(Big5.GetBytes(Page("<meta charset=gbk>", "臺北市政府")), "text/html; charset=big5", "big5", "臺北市政府");

    [Fact]
    public void Byte_order_mark_goes_before_header() =>
        Reads([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page(""))], "text/html; charset=big5", "utf-8", Title);

    [Theory]
    [InlineData("utf-16le", false)]
    [InlineData("utf-16be", true)]
    public void Utf16_with_its_mark_is_read(string name, bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        Reads([.. encoding.GetPreamble(), .. encoding.GetBytes(Page(""))], null, name, Title);
    }

    [Fact]
    public void Meta_that_names_utf16_means_utf8() => Reads(Encoding.UTF8.GetBytes(Page("<meta charset=utf-16>")), null, "utf-8", Title);

    [Fact]
    public void Utf7_is_not_believed() =>
        Reads("<title>+ADw-script+AD4-</title><body>text"u8.ToArray(), "text/html; charset=utf-7", "utf-8", "+ADw-script+AD4-");

    [Fact]
    public void One_broken_character_does_not_change_the_encoding() =>
        Reads([.. Encoding.UTF8.GetBytes(Page("")), 0xE4, 0xBD], "text/html; charset=utf-8", "utf-8", Title);

    [Fact]
    public void Two_letters_valid_in_both_encodings_are_read_as_declared() =>
        Reads([.. "<title>"u8, 0xC1, 0xAA, 0xCD, 0xA8, .. "</title><body>text"u8], "text/html; charset=gbk", "gb18030", "联通");

    [Fact]
    public void Bytes_that_are_no_text_fail_as_bad_encoding()
    {
        var noise = new byte[4096];
        new Random(7).NextBytes(noise);
        Assert.Equal(FailureClass.BadEncoding, Pages.Read(noise, "text/html; charset=utf-8").Failure?.Class);
    }

    private static string Page(string head, string title = Title) =>
        $"<html><head>{head}<title>{title}</title></head><body><p>兰亭县人民政府主办</p></body></html>";

    private static void Reads(byte[] body, string? contentType, string encoding, string title)
    {
        var facts = Pages.Read(body, contentType).Facts;
        Assert.Equal((encoding, title), (facts?.Encoding, facts?.Title));
    }
}
