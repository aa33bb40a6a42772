using Monitor.Rules;

namespace Monitor.Silo.Tests.Reading.Dates;

public sealed class DatedItemsTests
{
    private const string Title = "<a href='/a/1.html'>县政府常务会议研究冬春农田水利</a>";

    [Theory]
    [InlineData($"<ul><li>{Title}<span>2026-11-20</span></li></ul>")]
    [InlineData($"<ul><li><span>2026-11-20</span>{Title}</li></ul>")]
    [InlineData($"<ul><li>{Title} 2026/11/20</li></ul>")]
    [InlineData($"<ul><li>{Title}<i>[11-20]</i></li></ul>")]
    [InlineData($"<ul><li>{Title}<i>（11-20）</i></li></ul>")]
    [InlineData($"<ul><li>{Title}<i>２０２６－１１－２０</i></li></ul>")]
    [InlineData($"<ul><li>{Title}<i>2026年11月20日</i></li></ul>")]
    [InlineData($"<ul><li>{Title}<i>2026.11.20</i></li></ul>")]
    [InlineData($"<ul><li>{Title}<i>11月20日</i></li></ul>")]
    [InlineData($"<ul><li>{Title}<i>2026-11-20 08:30:12</i></li></ul>")]
    [InlineData($"<ul><li><p><em>20</em><span>2026-11</span></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><em>20</em><span>2026.11</span></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><em>20</em><span>2026年11月</span></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><b>11-20</b><span>2026</span></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><span>2026</span><b>11-20</b></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><span>2026-</span><b>11-</b><i>20</i></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><b>20</b><span>11月</span></p><div>{Title}</div></li></ul>")]
    [InlineData($"<ul><li><p><span>11月</span><b>20</b></p><div>{Title}</div></li></ul>")]
    [InlineData("<li><a href='/a/1.html'><p>县政府常务会议研究冬春农田水利</p><span>2026-11-20</span></a></li>")]
    [InlineData("<li><a href='/a/1.html'>县政府常务会议研究冬春农田水利 2026-11-20</a></li>")]
    [InlineData("<li><a href='/a/1.html'>[11-20] 县政府常务会议研究冬春农田水利</a></li>")]
    [InlineData("<li><a href='/a/1.html' title='标题：县政府常务会议&#xD;点击数：65&#xD;发表时间：2026年11月20日'>县政府常务会议研究冬春农田水利</a></li>")]
    [InlineData($"<li>{Title}<span title='2026-11-20 10:00'>前天</span></li>")]
    [InlineData($"<li>{Title}<time datetime='2026-11-20T10:00:00+08:00'>前天</time></li>")]
    [InlineData($"<table><tr><td>1</td><td>{Title}</td><td>县政府办</td><td>2026-11-20</td></tr></table>")]
    [InlineData($"<table><tr><td>{Title}<td>2026-11-20<tr><td>无</table>")]
    [InlineData($"<div>{Title}<span>发布日期：2026-11-20 浏览：33次</span></div>")]
    [InlineData($"<div><h3>{Title}</h3><p>会议指出，要抓好冬春农田水利建设。</p><div>时间：2026-11-20</div></div>")]
    [InlineData($"<div style='display:none'><li>{Title}<span>2026-11-20</span></li></div>")]
    public void Item_with_its_date_in_any_usual_form_is_read(string body)
    {
        var latest = Pages.Body(body).Latest;
        Assert.NotNull(latest);
        Assert.Equal(new DateOnly(2026, 11, 20), latest.Date);
        Assert.Contains("县政府常务会议研究冬春农田水利", latest.Title, StringComparison.Ordinal);
        Assert.Equal("http://www.lanting.gov.cn/a/1.html", latest.Link);
    }

    [Theory]
    [InlineData("<div class='top'><span>今天是2026年11月22日 星期日</span><a href='/'>设为首页</a><a href='/b'>政务公开服务大厅</a></div>")]
    [InlineData("<div>今天：<span>2026年11月22日 星期日</span><a href='/b'>自治区人民政府网</a></div>")]
    [InlineData("<div><span>2026年11月22日</span><span>星期日</span><a href='/b'>自治区人民政府网</a></div>")]
    [InlineData("<div><span>2026-11-22</span><a href='/x'>政务公开</a><a href='/y'>办事服务</a></div>")]
    [InlineData("<div>版权所有 2019-2026 <a href='/c'>兰亭县人民政府办公室</a></div>")]
    [InlineData("<p>页面生成时间：2026-11-22 10:00 <a href='https://beian.miit.gov.cn/'>浙ICP备05000000号-1</a></p>")]
    [InlineData("<li><a href='/1'>兰政发〔2019〕19号文件解读材料</a></li>")]
    [InlineData("<li><a href='/1'>咨询电话：0575-85123456 转 11-20</a></li>")]
    [InlineData("<li><a href='/1'>关于征求意见的公告（截止2026-10-31）</a></li>")]
    [InlineData("<li><a href='/1'>关于征求意见的公告 截止 2026-10-31</a></li>")]
    [InlineData("<li><a href='/1'>关于征求意见的公告</a><span>截止日期：2026-12-31</span></li>")]
    [InlineData("<li><a href='/1'>关于征求意见的公告</a><b>截止时间：</b><span>2026-12-31</span></li>")]
    [InlineData("<li><a href='/1'>关于2026年11月20日停水的通知</a></li>")]
    [InlineData("<li><a href='/1'>客户端下载地址</a><span>v2026.11.20</span></li>")]
    [InlineData("<p>2026年11月20日，县长到兰亭镇调研。<a href='/1'>[详细]</a></p>")]
    [InlineData("<div><p>发布时间：2026-11-20</p></div>")]
    [InlineData("<li><a href='/1'>县政府常务会议研究</a><script>document.write('2026-11-20')</script></li>")]
    [InlineData("<li><a href='/1'>县政府常务会议研究</a><!-- 2026-11-20 --></li>")]
    [InlineData("<li><a href='/1'>县政府常务会议研究</a><template>2026-11-20</template><noscript>2026-11-20</noscript></li>")]
    [InlineData("<table><tr><th>日</th></tr><tr><td>20</td><td>21</td></tr></table><div>2026年11月</div>")]
    [InlineData("<div><a href='/1'>1</a><a href='/2'>2</a><a href='/2026'>2026</a></div>")]
    public void Date_that_tells_of_no_publication_makes_no_item(string body)
    {
        var facts = Pages.Body(body);
        Assert.Equal((0, null), (facts.DatedItems, facts.Latest));
        Assert.Empty(facts.ImpossibleDates);
    }

    [Fact]
    public void Latest_of_a_list_with_old_items_pinned_on_top_is_the_newest()
    {
        var facts = Pages.Body(List("2024-09-02", "2025-02-26", "2026-11-18", "2026-11-20", "2026-11-19"));
        Assert.Equal((5, new DateOnly(2026, 11, 20)), (facts.DatedItems, facts.Latest?.Date));
        Assert.Equal("第4条公告的全部标题", facts.Latest?.Title);
    }

    [Theory]
    [InlineData("2121.6.6")]
    [InlineData("2026-02-30")]
    [InlineData("2026-12-31")]
    [InlineData("0000-00-00")]
    [InlineData("1970-01-01")]
    public void Date_that_cannot_be_is_reported_as_written_and_never_counts(string written)
    {
        var facts = Pages.Body(List(written, "2026-11-01"));
        Assert.Equal([written], facts.ImpossibleDates);
        Assert.Equal((1, new DateOnly(2026, 11, 1)), (facts.DatedItems, facts.Latest?.Date));
    }

    [Fact]
    public void Deadline_beside_a_publication_date_of_the_same_item_is_not_reported() =>
        Assert.Empty(Pages.Body("<table><tr><td><a href='/1'>关于征求意见的公告</a></td><td>2026-11-01</td><td>2026-12-31</td></tr></table>").ImpossibleDates);

    [Fact]
    public void Item_that_shows_its_date_twice_counts_once() =>
        Assert.Equal(1, Pages.Body("<li><table><tr><td>发布日期</td><td>2026-11-20</td></tr></table><a href='/1'>关于公示的公告</a><div>2026-11-20</div></li>").DatedItems);

    [Fact]
    public void Items_of_a_flat_list_keep_their_own_dates()
    {
        var facts = Pages.Body(string.Concat(Enumerable.Range(1, 90).Select(day =>
            $"<a href='/{day}'>第{day}条公告的全部标题</a> <span>{new DateOnly(2026, 8, 1).AddDays(day):yyyy-MM-dd}</span><br>")));
        Assert.Equal(("第90条公告的全部标题", 90), (facts.Latest?.Title, facts.DatedItems));
    }

    [Fact]
    public void Category_link_before_the_title_is_not_the_title() =>
        Assert.Equal("高一新生军训方案", Pages.Body("<li><span>2026-11-20</span><a href='/c'>[德育处]</a><a href='/1'>高一新生军训方案</a></li>").Latest?.Title);

    [Fact]
    public void Link_that_runs_a_script_gives_an_item_without_link()
    {
        var latest = Pages.Body("<li><a href='javascript:open(1)'>高一新生军训方案</a><span>2026-11-20</span></li>").Latest;
        Assert.Equal(new DatedItem(new DateOnly(2026, 11, 20), "高一新生军训方案", null), latest);
    }

    private static string List(params string[] dates) =>
        $"<ul>{string.Concat(dates.Select((date, i) => $"<li><a href='/{i + 1}'>第{i + 1}条公告的全部标题</a><span>{date}</span></li>"))}</ul>";
}
