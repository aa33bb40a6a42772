using System.Collections.Frozen;

namespace Monitor.Rules.Registry;

/// <summary>A column's heading as somebody wrote it, and what it means.</summary>
/// <param name="Written">As written.</param>
/// <param name="Column">Null when nobody knows it.</param>
/// <param name="Unit">For an interval, the unit the heading names in brackets; seconds when it names none.</param>
internal sealed record SheetHeading(string Written, SheetColumn? Column, TimeSpan Unit)
{
    private static readonly FrozenDictionary<string, SheetColumn> Known = new Dictionary<string, SheetColumn>
    {
        ["网站标识码"] = SheetColumn.Id,
        ["标识码"] = SheetColumn.Id,
        ["id"] = SheetColumn.Id,
        ["siteid"] = SheetColumn.Id,
        ["siteidcode"] = SheetColumn.Id,
        ["网站名称"] = SheetColumn.Name,
        ["名称"] = SheetColumn.Name,
        ["name"] = SheetColumn.Name,
        ["sitename"] = SheetColumn.Name,
        ["首页网址"] = SheetColumn.Url,
        ["首页地址"] = SheetColumn.Url,
        ["网站地址"] = SheetColumn.Url,
        ["网址"] = SheetColumn.Url,
        ["url"] = SheetColumn.Url,
        ["homepage"] = SheetColumn.Url,
        ["主办单位"] = SheetColumn.Organizer,
        ["organizer"] = SheetColumn.Organizer,
        ["主管单位"] = SheetColumn.Supervisor,
        ["supervisor"] = SheetColumn.Supervisor,
        ["级别"] = SheetColumn.Level,
        ["网站级别"] = SheetColumn.Level,
        ["level"] = SheetColumn.Level,
        ["是否门户"] = SheetColumn.IsPortal,
        ["是否门户网站"] = SheetColumn.IsPortal,
        ["门户"] = SheetColumn.IsPortal,
        ["isportal"] = SheetColumn.IsPortal,
        ["portal"] = SheetColumn.IsPortal,
        ["轮询间隔"] = SheetColumn.Interval,
        ["监测间隔"] = SheetColumn.Interval,
        ["连通性频率"] = SheetColumn.Interval,
        ["interval"] = SheetColumn.Interval,
        ["intervalseconds"] = SheetColumn.Interval,
        ["关键词"] = SheetColumn.Keywords,
        ["关键字"] = SheetColumn.Keywords,
        ["keywords"] = SheetColumn.Keywords,
    }.ToFrozenDictionary();

    /// <summary>What the columns are called, for people who got one wrong.</summary>
    public static Text All { get; } = new(
        "网站标识码、网站名称、首页网址、主办单位、主管单位、级别、是否门户、轮询间隔、关键词",
        "id, name, url, organizer, supervisor, level, isPortal, interval, keywords");

    /// <summary>The name of a column that a sheet lacks, in both languages.</summary>
    public static string NameOf(SheetColumn column) => column switch
    {
        SheetColumn.Id => "网站标识码 (id)",
        SheetColumn.Name => "网站名称 (name)",
        _ => "首页网址 (url)",
    };

    /// <summary>Reads a heading: Chinese or English, any width, case and spacing, with a unit in any brackets.</summary>
    public static SheetHeading Of(string written)
    {
        var plain = PlainText.Fold(written);
        var bracket = plain.IndexOfAny(['(', '[', '【', '〔']);
        var name = bracket > 0 ? plain[..bracket] : plain;
        var unit = bracket > 0 ? IntervalText.Unit(plain[(bracket + 1)..].TrimEnd(')', ']', '】', '〕')) : null;
        return new(written.Trim(), Known.TryGetValue(name.Replace("_", "", StringComparison.Ordinal), out var column) ? column : null, unit ?? TimeSpan.FromSeconds(1));
    }
}
