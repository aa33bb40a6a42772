using System.Globalization;
using System.Net;
using System.Text;

namespace Monitor.SampleSites.Pages;

/// <summary>One line of a list: what, when, and how many lines of it there are in the page's time order.</summary>
public sealed record PortalItem(DateOnly Date, string Title);

/// <summary>The home page of an invented government website, as small real ones look.</summary>
public sealed record Portal(string Name, string Code, string Organizer)
{
    public IReadOnlyList<PortalItem> Items { get; init; } = [];

    /// <summary>The title; the site's name unless somebody changed it.</summary>
    public string? Title { get; init; }

    /// <summary>Links to other sites, as host and words.</summary>
    public IReadOnlyList<(string Host, string Words)> Friends { get; init; } =
        [("www.yunling-city.example", "云岭市人民政府"), ("www.nanling-province.example", "南岭省人民政府")];

    /// <summary>A sentence that stands below the list.</summary>
    public string Motto { get; init; } = "执政为民，服务发展";

    /// <summary>What the page says of its encoding.</summary>
    public string Charset { get; init; } = "utf-8";

    public string Html()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="{Charset}"><title>{Inert(Title ?? Name)}</title>
            <meta name="SiteName" content="{Inert(Name)}"><meta name="SiteIDCode" content="{Code}"></head>
            <body><header><h1>{Inert(Name)}</h1><nav><a href="/zwgk/">政务公开</a> <a href="/zwfw/">政务服务</a> <a href="/hdjl/">互动交流</a></nav></header>
            <main><section><h2>要闻</h2><ul class="list">

            """);
        foreach (var (item, i) in Items.Select((item, i) => (item, i)))
        {
            page.Append(CultureInfo.InvariantCulture, $"""<li><a href="/yw/{item.Date:yyyyMM}/t{item.Date:yyyyMMdd}_{i}.html">{Inert(item.Title)}</a><span>{item.Date:yyyy-MM-dd}</span></li>""").Append('\n');
        }

        page.Append(CultureInfo.InvariantCulture, $"</ul></section><p>{Inert(Motto)}</p></main><footer><p>友情链接：");
        foreach (var (host, words) in Friends)
        {
            page.Append(CultureInfo.InvariantCulture, $"""<a href="http://{host}/">{Inert(words)}</a> """);
        }

        page.Append(CultureInfo.InvariantCulture, $"""
            </p><p>主办单位：{Inert(Organizer)}　网站标识码：{Code}　滇ICP备99000001号-1　滇公网安备 53990002000001号　联系电话：0999-0000000</p></footer>
            </body></html>

            """);
        return page.ToString();
    }

    private static string Inert(string text) => WebUtility.HtmlEncode(text).Replace("&#183;", "·", StringComparison.Ordinal);
}
