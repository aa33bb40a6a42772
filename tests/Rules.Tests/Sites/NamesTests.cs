using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Sites;

public sealed class NamesTests
{
    [Theory]
    [InlineData("玉溪市人民政府", "玉溪市人民政府门户网站", true)]
    [InlineData("玉溪市人民政府门户网站", "欢迎访问 玉溪市人民政府 - 首页", true)]
    [InlineData("玉溪市人民政府网", "玉溪市人民政府", true)]
    [InlineData("红塔区政府网站", "首页|红塔区政府", true)]
    [InlineData("玉溪市ＡＢＣ局", "玉溪市 abc 局", true)]
    [InlineData("玉溪市红塔区人民政府", "红塔区人民政府网站", true)]
    [InlineData("玉溪市红塔区人民政府", "人民政府", false)]
    [InlineData("玉溪市红塔区人民政府", "首页", false)]
    [InlineData("玉溪市红塔区人民政府", "", false)]
    [InlineData("玉溪市红塔区人民政府", "澳门新葡京", false)]
    [InlineData("首页", "首页", true)]
    public void Title_names_a_site_as_a_person_would_see_it(string registered, string title, bool fits) =>
        Assert.Equal(fits, SiteNames.Fits(title, registered));

    [Theory]
    [InlineData("www.hongta.gov.cn", "hongta.gov.cn")]
    [InlineData("hongta.gov.cn", "hongta.gov.cn")]
    [InlineData("czt.yn.gov.cn", "yn.gov.cn")]
    [InlineData("a.b.km.yn.cn", "km.yn.cn")]
    [InlineData("www.example.com.", "example.com")]
    [InlineData("A.B.EXAMPLE.COM", "example.com")]
    [InlineData("www.bbc.co.uk", "bbc.co.uk")]
    [InlineData("www.xn--gmq658a.xn--zfr164b", "xn--gmq658a.xn--zfr164b")]
    [InlineData("localhost", "localhost")]
    [InlineData("192.0.2.10", "192.0.2.10")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    public void Owner_of_a_host_is_what_somebody_registered(string host, string owner) => Assert.Equal(owner, HostNames.Owner(host));
}
