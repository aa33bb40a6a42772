using Monitor.Rules.Registry;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Registry;

public sealed class SiteSheetTests
{
    private const string Header = "网站标识码,网站名称,首页网址,主办单位,主管单位,级别,是否门户,轮询间隔,关键词\n";

    [Fact]
    public void Table_with_Chinese_headings_is_read_whole()
    {
        var site = Only(Header + "5304020001,红塔区人民政府,https://www.hongta.gov.cn/,区政府办,市政府办,县,是,300,红塔、政务公开");

        Assert.Equal(("5304020001", "530400", "红塔区人民政府", "https://www.hongta.gov.cn/"), (site.Id, site.Region, site.Name, site.Url));
        Assert.Equal(("区政府办", "市政府办", SiteLevel.County, true), (site.Organizer, site.Supervisor, site.Level, site.IsPortal));
        Assert.Equal(TimeSpan.FromSeconds(300), site.Interval);
        Assert.Equal(["红塔", "政务公开"], site.Keywords);
        Assert.Equal((false, 1, true), (site.Paused, site.Version, site.Maintenance.IsEmpty));
    }

    [Fact]
    public void Headings_may_be_English_in_any_order_width_and_case()
    {
        var site = Only("URL;ＮＡＭＥ;Is_Portal; Id ;Interval（minutes）\nhttp://a.gov.cn;甲局;yes;bm14000002;10");
        Assert.Equal(("bm14000002", "甲局", true, TimeSpan.FromMinutes(10)), (site.Id, site.Name, site.IsPortal, site.Interval));
        Assert.Equal("http://a.gov.cn/", site.Url);
    }

    [Fact]
    public void Columns_left_out_have_their_usual_values()
    {
        var site = Only("网站标识码\t网站名称\t首页网址\n5304000001\t玉溪市\thttps://www.yuxi.gov.cn");
        Assert.Equal(("", "", SiteLevel.City, false, TimeSpan.FromMinutes(5)), (site.Organizer, site.Supervisor, site.Level, site.IsPortal, site.Interval));
    }

    [Theory]
    [InlineData("bm14000002", SiteLevel.Ministry)]
    [InlineData("3100000087", SiteLevel.Province)]
    [InlineData("4403000002", SiteLevel.City)]
    [InlineData("4403920006", SiteLevel.County)]
    public void Level_left_out_follows_from_the_id(string id, SiteLevel level) =>
        Assert.Equal(level, Only($"id,name,url\n{id},甲,http://a.gov.cn/").Level);

    [Theory]
    [InlineData("", "300", 300)]
    [InlineData("", "90秒", 90)]
    [InlineData("", "5m", 300)]
    [InlineData("", "１０分钟", 600)]
    [InlineData("", "1天", 86_400)]
    [InlineData("", "1.5 h", 5_400)]
    [InlineData("(秒)", "60", 60)]
    [InlineData("（分钟）", "5", 300)]
    [InlineData("(分钟)", "30s", 30)]
    [InlineData("[小时]", "2", 7_200)]
    [InlineData("", "", 300)]
    public void Interval_is_read_as_people_write_it(string unit, string text, int seconds) =>
        Assert.Equal(seconds, Only($"id,name,url,轮询间隔{unit}\n5304020001,甲,http://a.gov.cn/,{text}").Interval.TotalSeconds);

    [Theory]
    [InlineData("9")]
    [InlineData("2天")]
    [InlineData("-60")]
    [InlineData("soon")]
    [InlineData("5 weeks")]
    [InlineData("99999999999999999999")]
    public void Interval_out_of_bounds_or_unreadable_is_named(string text)
    {
        var fault = Assert.Single(Read($"id,name,url,轮询间隔\n5304020001,甲,http://a.gov.cn/,{text}").Faults);
        Assert.Equal((2, "轮询间隔", text), (fault.Line, fault.Column, fault.Value));
        Assert.Contains("10秒至1天", fault.Allowed.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_row_is_named_and_good_rows_are_kept()
    {
        var reading = Read(Header
            + "5304020001,甲,http://a.gov.cn/,,,,,,\n"
            + "530402,,ftp://b.gov.cn/,,,星球,也许,1秒,\n"
            + "5304020003,丙,http://c.gov.cn/,,,,,,\n");

        Assert.Equal(["5304020001", "5304020003"], reading.Sites.Select(s => s.Id));
        Assert.All(reading.Faults, f => Assert.Equal(3, f.Line));
        Assert.Equal(
            ["级别=星球", "是否门户=也许", "网站标识码=530402", "网站名称=", "首页网址=ftp://b.gov.cn/", "轮询间隔=1秒"],
            reading.Faults.Select(f => $"{f.Column}={f.Value}"));
    }

    [Fact]
    public void Lines_are_counted_through_line_breaks_in_cells_and_blank_lines()
    {
        var reading = Read("id,name,url\r\n5304020001,\"甲\r\n局\",http://a.gov.cn/\r\n\r\n,,\r\nbad,乙,http://b.gov.cn/\r\n");
        Assert.Equal(["网站名称", "网站标识码"], reading.Faults.Select(f => f.Column == "name" ? "网站名称" : "网站标识码"));
        Assert.Equal([2, 6], reading.Faults.Select(f => f.Line));
    }

    [Fact]
    public void Quoted_cells_may_hold_separators_and_quotes() =>
        Assert.Equal("甲\"乙\",丙局", Only("id,name,url\n5304020001, \"甲\"\"乙\"\",丙局\" ,http://a.gov.cn/").Name);

    [Fact]
    public void Byte_order_mark_and_lone_carriage_returns_are_no_hindrance() =>
        Assert.Equal("甲", Only("\uFEFFid,name,url\r5304020001,甲,http://a.gov.cn/\r").Name);

    [Fact]
    public void Row_with_unmatched_quotes_costs_that_row_only()
    {
        var reading = Read("id,name,url\n5304020001,\"甲,http://a.gov.cn/\n5304020002,乙,http://b.gov.cn/\n5304020003,\"丙\"x,http://c.gov.cn/\n");
        Assert.Equal(["5304020002"], reading.Sites.Select(s => s.Id));
        Assert.Equal([2, 4], reading.Faults.Select(f => f.Line));
        Assert.All(reading.Faults, f => Assert.Contains("双引号", f.Allowed.Zh, StringComparison.Ordinal));
    }

    [Fact]
    public void Row_with_too_many_cells_is_named()
    {
        var fault = Assert.Single(Read("id,name,url\n5304020001,甲,乙局,http://a.gov.cn/\n").Faults);
        Assert.Equal((2, "#4", "http://a.gov.cn/"), (fault.Line, fault.Column, fault.Value));
    }

    [Fact]
    public void Second_row_of_an_id_is_named_with_the_line_of_the_first()
    {
        var reading = Read("id,name,url\n5304020001,甲,http://a.gov.cn/\n5304020001,乙,http://b.gov.cn/\n");
        Assert.Equal("甲", Assert.Single(reading.Sites).Name);
        var fault = Assert.Single(reading.Faults);
        Assert.Equal((3, "id", "5304020001"), (fault.Line, fault.Column, fault.Value));
        Assert.Contains("第2行", fault.Allowed.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_columns_are_named_and_nothing_is_read()
    {
        var reading = Read("网站名称,主办单位\n甲,乙\n");
        Assert.Empty(reading.Sites);
        Assert.Equal(["网站标识码 (id)", "首页网址 (url)"], reading.Faults.Select(f => f.Column));
    }

    [Fact]
    public void Column_that_stands_twice_is_named() =>
        Assert.Equal("网站名称", Assert.Single(Read("id,name,url,网站名称\n5304020001,甲,http://a.gov.cn/,乙\n").Faults).Column);

    [Fact]
    public void Unknown_columns_are_warned_of_and_ignored()
    {
        var reading = Read("id,name,url,等保级别\n5304020001,甲,http://a.gov.cn/,三级\n");
        Assert.Single(reading.Sites);
        Assert.Equal((1, "等保级别"), (Assert.Single(reading.Warnings).Line, reading.Warnings[0].Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \n")]
    [InlineData("\"")]
    public void Text_that_is_no_table_is_one_fault(string text) => Assert.Single(Read(text).Faults);

    [Fact]
    public void Json_array_is_read_with_names_in_either_language()
    {
        var reading = Read("""
            [
              { "id": "5304020001", "name": "甲", "url": "http://a.gov.cn/", "isPortal": true, "intervalSeconds": 60, "keywords": ["红塔", "政务"] },

              { "网站标识码": 5304020002, "网站名称": "乙", "首页网址": "http://b.gov.cn/", "级别": "市", "区划": null }
            ]
            """);

        Assert.Empty(reading.Faults);
        Assert.Equal((true, TimeSpan.FromMinutes(1), 2), (reading.Sites[0].IsPortal, reading.Sites[0].Interval, reading.Sites[0].Keywords.Length));
        Assert.Equal(("5304020002", SiteLevel.City), (reading.Sites[1].Id, reading.Sites[1].Level));
        Assert.Equal("区划", Assert.Single(reading.Warnings).Column);
    }

    [Fact]
    public void Json_faults_carry_the_line_their_object_begins_on()
    {
        var reading = Read("[\n{\"id\":\"1\",\"name\":\"甲\",\"url\":\"http://a.gov.cn/\"},\n\n7,\n{\n\"id\":\"5304020001\",\"name\":\"乙\"}]");
        Assert.Equal([(2, "id"), (4, "JSON"), (5, "首页网址 (url)")], reading.Faults.Select(f => (f.Line, f.Column)));
    }

    [Theory]
    [InlineData("[\n{\"id\":", 2)]
    [InlineData("{\"sites\":[]}", 1)]
    [InlineData("[{\"id\":\"\\ud800\"}]", 1)]
    public void Broken_json_is_one_fault_at_its_line(string text, int line)
    {
        var fault = Assert.Single(Read(text).Faults);
        Assert.Equal((line, "JSON"), (fault.Line, fault.Column));
    }

    [Fact]
    public void Hostile_cells_come_back_inert_and_short()
    {
        var fault = Assert.Single(Read($"id,name,url\n5304020001,\"甲\u202E\u0007{new string('乙', 500)}\",http://a.gov.cn/\n").Faults);
        Assert.DoesNotContain('\u202E', fault.Value);
        Assert.DoesNotContain('\u0007', fault.Value);
        Assert.Equal(100, fault.Value.Length);
    }

    private static SheetReading Read(string text) => SiteSheet.Read(text, "530400");

    private static SiteProfile Only(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Sites);
    }
}
