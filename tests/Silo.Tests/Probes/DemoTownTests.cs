using Monitor.SampleSites.Demo;

namespace Monitor.Tests.Probes;

/// <summary>The demo's script, as a person who opens the page meets it.</summary>
public sealed class DemoTownTests
{
    [Fact]
    public void Everything_is_well_for_the_first_twenty_seconds_of_each_loop() =>
        Assert.All(DemoTown.Sites, s => Assert.All(
            [0, 10, 19, 600, 619], second => Assert.Equal(Scene.Well, s.At(TimeSpan.FromSeconds(second)))));

    [Fact]
    public void Several_sites_are_in_trouble_after_a_minute_and_a_half() =>
        Assert.True(DemoTown.Sites.Count(s => s.At(TimeSpan.FromSeconds(90)) != Scene.Well) >= 5);

    [Fact]
    public void Every_scene_is_played() =>
        Assert.Equal(Enum.GetValues<Scene>().Order(), DemoTown.Sites.SelectMany(s => s.Acts.Select(a => a.Scene)).Append(Scene.Well).Distinct().Order());

    [Fact]
    public void The_list_has_one_row_per_site_and_the_columns_of_the_register()
    {
        var rows = SitesCsv.Of(DemoTown.Sites, s => $"http://127.0.0.1/{s.Code}").TrimEnd().Split("\r\n");

        Assert.Equal("网站标识码,网站名称,首页网址,主办单位,主管单位,级别,是否门户,轮询间隔(秒),关键词", rows[0]);
        Assert.Equal(DemoTown.Sites.Count + 1, rows.Length);
        Assert.All(rows, r => Assert.Equal(9, r.Split(',').Length));
        Assert.Equal(DemoTown.Sites.Count, DemoTown.Sites.Select(s => s.Code).Distinct().Count());
    }
}
