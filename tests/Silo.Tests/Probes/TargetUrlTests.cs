using Monitor.Silo.Probes.Guard;

namespace Monitor.Tests.Probes;

public sealed class TargetUrlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("www.yunling.gov.cn")]
    [InlineData("//www.yunling.gov.cn/")]
    [InlineData("ftp://www.yunling.gov.cn/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_INFO")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    [InlineData("http:///path")]
    [InlineData("http://.")]
    [InlineData("http://a..b/")]
    [InlineData("http://user@www.yunling.gov.cn/")]
    [InlineData("http://user:word@www.yunling.gov.cn/")]
    [InlineData("http://@www.yunling.gov.cn/")]
    [InlineData("http://www.yunling.gov.cn@127.0.0.1/")]
    [InlineData("http://www.yunling.gov.cn%40127.0.0.1/")]
    [InlineData("http://www.yunling.gov.cn\\@127.0.0.1/")]
    [InlineData("http://127.0.0.1\\.www.yunling.gov.cn/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://2130706433./")]
    [InlineData("http://256.256.256.256/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://www.yunling.0x10/")]
    [InlineData("http://www.yunling.gov.cn\r\nHost: evil/")]
    [InlineData("http://www.yun\tling.gov.cn/")]
    [InlineData("http://www.yun ling.gov.cn/")]
    [InlineData("http://www.yunling.gov.cn:0/")]
    [InlineData("http://www.yunling.gov.cn:99999/")]
    public void What_two_programs_may_read_differently_is_refused(string text)
    {
        var (url, fault) = TargetUrl.Read(text, []);

        Assert.Null(url);
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("http://www.yunling.gov.cn", "http://www.yunling.gov.cn/")]
    [InlineData("HTTPS://WWW.Yunling.GOV.cn/A?b=C#d", "https://www.yunling.gov.cn/A?b=C")]
    [InlineData("http://www.yunling.gov.cn./x", "http://www.yunling.gov.cn/x")]
    [InlineData("http://www.yunling.gov.cn:8080/", "http://www.yunling.gov.cn:8080/")]
    [InlineData("http://云岭市.政务/", "http://xn--9kqv75ai3a.xn--zfr164b/")]
    [InlineData("http://223.5.5.5/", "http://223.5.5.5/")]
    [InlineData("http://[2400:3200::1]:81/", "http://[2400:3200::1]:81/")]
    [InlineData("http://my_host.yunling.gov.cn/?u=http://a@b\\c", "http://my_host.yunling.gov.cn/?u=http://a@b%5Cc")]
    public void An_honest_address_is_brought_to_one_form(string text, string form)
    {
        var (url, fault) = TargetUrl.Read(text, []);

        Assert.Null(fault);
        Assert.Equal(form, url!.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://www.yunling.gov.cn/", true)]
    [InlineData("https://www.yunling.gov.cn/", true)]
    [InlineData("http://www.yunling.gov.cn:6379/", false)]
    public void Where_ports_are_named_no_other_is_asked(string text, bool open) =>
        Assert.Equal(open, TargetUrl.Read(text, [80, 443]).Url is not null);

    [Fact]
    public void A_host_longer_than_DNS_knows_is_refused()
    {
        Assert.NotNull(TargetUrl.Read($"http://{new string('a', 64)}.gov.cn/", []).Fault);
        Assert.NotNull(TargetUrl.Read($"http://{string.Join('.', Enumerable.Repeat("abcdefgh", 32))}/", []).Fault);
        Assert.NotNull(TargetUrl.Read($"http://www.yunling.gov.cn/{new string('a', 5000)}", []).Fault);
    }

    [Theory]
    [InlineData("http://１２７.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://①②⑦.0.0.1/")]
    public void Digits_of_other_scripts_never_reach_an_address(string text)
    {
        // Some platforms fold these into plain digits; either way nothing but a refusal may come of it.
        Assert.Null(TargetUrl.Read(text, []).Url);
    }
}
