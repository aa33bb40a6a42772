using System.Collections.Frozen;
using Monitor.Silo.Reading.Facts;

namespace Monitor.Silo.Reading.Dates;

/// <summary>A link that may be the title of a list item, with the best date the page shows for it.</summary>
internal sealed class PageLink(string href, string tip, int start)
{
    private const int MostTitle = 200;
    private const int MostHref = 2_000;
    private static readonly string[] Bylines = ["作者：", "作者:", "来源：", "来源:", "信息来源", "浏览次数", "点击数", "责任编辑"];

    /// <summary>Link texts that lead around the site rather than to something published.</summary>
    private static readonly FrozenSet<string> Furniture = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "首页", "网站首页", "返回首页", "设为首页", "加入收藏", "收藏本站", "网站地图", "站点地图", "联系我们", "关于我们", "网站声明", "隐私声明",
        "免责声明", "版权声明", "无障碍", "无障碍浏览", "无障碍阅读", "长者模式", "适老化", "登录", "注册", "用户登录", "个人中心", "更多", "更多>>", "more",
        "english", "繁体", "繁體", "简体", "繁体版", "手机版", "移动版", "rss", "rss订阅", "微信", "微博", "客户端", "打印", "关闭", "打印本页", "关闭窗口",
        "上一页", "下一页", "上一篇", "下一篇", "尾页", "末页", "搜索", "查询", "返回顶部", "智能问答", "政务邮箱", "主站", "旧版");

    private string _words = "";
    private DateSense _sense;

    /// <summary>What the link says; filled when it ends.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Where its words begin and end, counted in characters of text from the start of the page.</summary>
    public int Start { get; } = start;

    public int End { get; private set; } = int.MaxValue;

    public DateOnly? Date { get; private set; }

    /// <summary>A date of this item that cannot be, as written; it counts only when the item has no better one.</summary>
    public string? Impossible { get; private set; }

    /// <summary>Words of the link, kept as written: people read them, machines compare folded forms.</summary>
    public void Say(ReadOnlySpan<char> words)
    {
        if (_words.Length < MostTitle)
        {
            _words = string.Concat(_words, words[..Math.Min(words.Length, MostTitle)]);
        }
    }

    /// <summary>Ends the link; false when its words cannot be an item's title.</summary>
    public bool TryEnd(int end)
    {
        var words = Fold.Line(_words, MostTitle);
        var isShortened = words.Length == 0 || words.EndsWith("...", StringComparison.Ordinal) || words.EndsWith('…');
        (Title, End) = (isShortened && tip.Length > 0 ? tip : words, end);
        return Title.AsSpan().ContainsAnyExceptInRange('0', '9') && !IsCategory && !Furniture.Contains(Title) && !IsByline && !IsFiling;
    }

    /// <summary>Keeps the surest date, and of two equally sure ones the later: a document's own date precedes its publication.</summary>
    public void Take(DateMark mark, DateOnly today)
    {
        if (mark.Date.On(today) is not { } day)
        {
            Impossible ??= mark.Sense == DateSense.InTitle ? null : mark.Written;
        }
        else if (Date is null || mark.Sense > _sense || (mark.Sense == _sense && day > Date))
        {
            (Date, _sense) = (day, mark.Sense);
        }
    }

    /// <summary>Where the link leads, when that is on the web and not a script or a mail address.</summary>
    public string? Target(Uri page) =>
        Uri.TryCreate(page, href, out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps)
            && link.AbsoluteUri.Length <= MostHref
            ? link.AbsoluteUri
            : null;

    /// <summary>Lists often put the column's name in brackets before the title.</summary>
    private bool IsCategory => Title is ['[', .., ']'] or ['【', .., '】'];

    /// <summary>Author, source and visits beside an article's date are sometimes marked up as links.</summary>
    private bool IsByline => Title.EndsWith(':') || Title.EndsWith('：') || Array.Exists(Bylines, word => Title.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Filing numbers in the page's foot are links beside which the page tells when it was generated.</summary>
    private bool IsFiling =>
        Title.Contains("ICP备", StringComparison.OrdinalIgnoreCase) || Title.Contains("公网安备", StringComparison.Ordinal)
        || HostName.In(href).Contains("beian", StringComparison.OrdinalIgnoreCase);
}
