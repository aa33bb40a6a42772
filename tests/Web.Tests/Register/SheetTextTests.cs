using System.Text;
using Monitor.Web.Register;

namespace Monitor.Web.Tests.Register;

public sealed class SheetTextTests
{
    private const string Text = "网站标识码,网站名称\n5304000001,㐀某市人民政府\n";

    public SheetTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("gb18030", true)]
    [InlineData("gb18030", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Sheet_is_read_in_whatever_encoding_it_was_saved(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble().Length > 0 ? encoding.GetPreamble() : encoding.GetBytes("\uFEFF") : [], .. encoding.GetBytes(Text)];
        Assert.Equal(Text, SheetText.Decode(bytes));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Null(SheetText.Decode([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00]));
        Assert.Null(SheetText.Decode([0x81, 0xFF, 0xFF]));
    }

    [Fact]
    public void Nothing_is_empty_text() => Assert.Equal("", SheetText.Decode([]));
}
