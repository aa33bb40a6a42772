namespace Monitor.Silo.Tests.Reading;

public sealed class PageReaderTests
{
    [Fact]
    public void Title_is_the_first_one_folded()
    {
        var facts = Pages.Facts("<svg><title>图</title></svg><title>\n 兰亭县 \t 人民\u200B政府&nbsp;&amp; 门户\u202E </title><title>二</title><p>x");
        Assert.Equal("兰亭县 人民政府 & 门户", facts.Title);
    }

    [Fact]
    public void Title_is_cut_without_splitting_a_character()
    {
        var title = Pages.Facts($"<title>x{string.Concat(Enumerable.Repeat("𠀀", 150))}</title><p>x").Title;
        Assert.Equal(199, title.Length);
        Assert.False(char.IsHighSurrogate(title[^1]));
    }

    [Theory]
    [InlineData("<meta name='SiteName' content=' 兰亭县 '>", "兰亭县")]
    [InlineData("<META NAME=sitename CONTENT=兰亭县>", "兰亭县")]
    [InlineData("<meta name=SiteName content=''><meta name=SiteName content=兰亭县>", "兰亭县")]
    [InlineData("<!-- <meta name=SiteName content=兰亭县> -->", null)]
    public void Site_name_is_read_whatever_its_case(string meta, string? expected) => Assert.Equal(expected, Pages.Facts($"{meta}<p>x").SiteName);

    [Fact]
    public void Text_that_nobody_sees_is_not_counted()
    {
        var facts = Pages.Facts(
            "<title>t</title><style>a</style><script>b</script><noscript>c</noscript><template>d</template><!-- e -->" +
            "<p hidden>f</p><p style='DISPLAY : none'>g</p><div style='visibility:hidden'><b>h</b></div><textarea>i</textarea><p> 一 二 </p>三");
        Assert.Equal(3, facts.TextLength);
    }

    [Theory]
    [InlineData("<p>兰亭县人民政府</p>")]
    [InlineData("<p>兰亭县\n  人民 <b>政</b>府</p>")]
    [InlineData("<p>兰亭县&#20154;民政府</p>")]
    public void Keyword_is_found_however_it_is_spaced(string html) => Assert.Empty(Pages.Facts(html, "兰亭县人民政府", " 人民 政府 ").MissingKeywords);

    [Fact]
    public void Keyword_in_full_width_equals_half_width() => Assert.Empty(Pages.Facts("<p>热线 １２３４５（ＡＢＣ）", "12345(abc)").MissingKeywords);

    [Theory]
    [InlineData("<title>政务公开</title><p>其他")]
    [InlineData("<p style='display:none'>政务公开</p><p>其他")]
    [InlineData("<script>'政务公开'</script><p>其他")]
    public void Keyword_that_nobody_sees_is_missing(string html) => Assert.Equal(["政务公开"], Pages.Facts(html, "政务公开", "其他").MissingKeywords);

    [Fact]
    public void Outside_hosts_are_those_of_other_sites_in_one_form()
    {
        var facts = Pages.Facts(
            "<p>x<a href='/a'></a><a href='b.html'></a><a href='#'></a><a href='javascript:void(0)'></a><a href='mailto:a@b.com'></a>" +
            "<a href='http://lanting.gov.cn/'></a><a href='https://jyj.LANTING.gov.cn:8080/'></a><a href='//www.Gov.cn/x?y=http://z.com'></a>" +
            "<a href='http://gov.cn'></a><a href=' https://user@bet.example.com.cn:443/p'></a><a href='http:\\\\evil.top\\x'></a>" +
            "<a href='http://中文.公司/'></a><area href='http://10.1.2.3/'><p style='display:none'><a href='http://casino.xyz'></a></p>" +
            "<!-- <a href='http://comment.com'></a> -->");
        Assert.Equal(["10.1.2.3", "bet.example.com.cn", "casino.xyz", "evil.top", "gov.cn", "xn--fiq228c.xn--55qx5d"], facts.OutsideHosts);
    }

    [Fact]
    public void Base_that_leads_elsewhere_is_an_outside_host() =>
        Assert.Equal(["evil.top"], Pages.Facts("<base href='http://evil.top/'><p>x<a href='/a'></a>").OutsideHosts);

    [Fact]
    public void Outside_hosts_are_at_most_200() =>
        Assert.Equal(200, Pages.Facts("<p>x" + string.Concat(Enumerable.Range(0, 500).Select(i => $"<a href='//h{i}.com'></a>"))).OutsideHosts.Length);
}
