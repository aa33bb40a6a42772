using Monitor.Rules.Registry;
using Monitor.Rules.Sites;
using Monitor.Rules.Tests.Sites;

namespace Monitor.Rules.Tests.Registry;

public sealed class ProfileRuleTests
{
    [Fact]
    public void Site_in_order_has_no_faults() => Assert.Empty(ProfileRule.Faults(Some.Portal));

    [Theory]
    [InlineData("4403000002", true)]
    [InlineData("bm29030010", true)]
    [InlineData("bm236554412", false)]
    [InlineData("BM29030010", false)]
    [InlineData("440300000", false)]
    [InlineData("４４０３０００００２", false)]
    [InlineData("4403000002\n", false)]
    public void Id_is_ten_digits_or_bm_and_eight(string id, bool good) =>
        Assert.Equal(good, ProfileRule.Faults(Some.Portal with { Id = id }).IsEmpty);

    [Theory]
    [InlineData("https://www.hongta.gov.cn", "https://www.hongta.gov.cn/")]
    [InlineData(" HTTP://WWW.Hongta.gov.cn:80/a?b=1#top ", "http://www.hongta.gov.cn/a?b=1")]
    [InlineData("http://玉溪市人民政府.政务/", "http://xn--gmq658ainal6so7i63dn3k.xn--zfr164b/")]
    [InlineData("http://127.0.0.1:5091/site/1", "http://127.0.0.1:5091/site/1")]
    [InlineData("http://[2001:db8::1]/", "http://[2001:db8::1]/")]
    public void Address_is_kept_in_one_form(string written, string kept) => Assert.Equal(kept, WebAddress.Tidy(written));

    [Theory]
    [InlineData("www.hongta.gov.cn")]
    [InlineData("ftp://www.hongta.gov.cn/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@www.hongta.gov.cn/")]
    [InlineData("http://@www.hongta.gov.cn/")]
    [InlineData("http:\\\\www.hongta.gov.cn\\")]
    [InlineData("http:/www.hongta.gov.cn/")]
    [InlineData("http://www.hongta.gov.cn/a b")]
    [InlineData("http://www.hongta.gov.cn/\u200B")]
    [InlineData("http:///x")]
    [InlineData("http://a.gov.cn:0/")]
    [InlineData("http://a.gov.cn:99999/")]
    [InlineData("")]
    public void Address_that_could_be_misread_is_refused(string written) => Assert.Null(WebAddress.Tidy(written));

    [Fact]
    public void Address_has_at_most_500_characters() => Assert.Null(WebAddress.Tidy($"http://a.gov.cn/{new string('a', 500)}"));

    [Fact]
    public void Faults_name_field_value_and_what_is_allowed()
    {
        var faults = ProfileRule.Faults(Some.Portal with
        {
            Name = "甲\u0000", Interval = TimeSpan.FromSeconds(9), Level = 0, Keywords = [""], Organizer = new string('长', 101),
        });
        Assert.Equal(["Name", "Organizer", "Level", "Interval", "Keywords"], faults.Select(f => f.Field));
        Assert.All(faults, f => Assert.NotEmpty(f.Allowed.En));
    }

    [Theory]
    [InlineData("09:00", "09:00", "升级")]
    [InlineData("09:00", "08:00", "升级")]
    [InlineData("09:00", "10:00", " ")]
    public void Maintenance_needs_an_end_after_its_start_and_a_reason(string from, string until, string reason) =>
        Assert.NotEmpty(ProfileRule.Faults(new MaintenanceWindow(Some.Time(from), Some.Time(until), reason, "张三")));

    [Fact]
    public void Maintenance_lasts_thirty_days_at_most()
    {
        var from = Some.Time("09:00");
        Assert.Empty(ProfileRule.Faults(new MaintenanceWindow(from, from.AddDays(30), "升级", "张三")));
        Assert.NotEmpty(ProfileRule.Faults(new MaintenanceWindow(from, from.AddDays(30).AddSeconds(1), "升级", "张三")));
    }

    [Fact]
    public void Tidy_fills_lists_that_were_left_out()
    {
        var tidy = ProfileRule.Tidy(Some.Portal with { Keywords = default, Maintenance = default, Name = " 甲 " });
        Assert.Equal((0, 0, "甲"), (tidy.Keywords.Length, tidy.Maintenance.Length, tidy.Name));
    }
}
