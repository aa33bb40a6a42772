using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Rules.Registry;

/// <summary>Intervals as people write them: <c>300</c>, <c>5m</c>, <c>10分钟</c>, <c>1天</c>.</summary>
internal static partial class IntervalText
{
    /// <summary>What may stand in the column.</summary>
    public static Text Allowed { get; } = new(
        "10秒至1天，如 60、5m、10分钟、1天（不写单位按列名的单位，缺省为秒）",
        "10 s to 1 day, such as 60, 5m, 10min, 1d (without a unit: the unit of the heading, or seconds)");

    /// <summary>Reads an interval; a number alone has the unit given. Null when it is none.</summary>
    public static TimeSpan? Parse(string text, TimeSpan unit)
    {
        var match = Written().Match(PlainText.Fold(text));
        var named = match.Groups["unit"].Value;
        return match.Success && (named.Length == 0 ? unit : Unit(named)) is { } size
            ? size * double.Parse(match.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The length of a unit; null when nobody knows it.</summary>
    public static TimeSpan? Unit(string name) => name switch
    {
        "s" or "sec" or "second" or "seconds" or "秒" => TimeSpan.FromSeconds(1),
        "m" or "min" or "minute" or "minutes" or "分" or "分钟" => TimeSpan.FromMinutes(1),
        "h" or "hour" or "hours" or "时" or "小时" or "个小时" => TimeSpan.FromHours(1),
        "d" or "day" or "days" or "天" or "日" => TimeSpan.FromDays(1),
        _ => null,
    };

    [GeneratedRegex(@"^(?<amount>[0-9]{1,7}(\.[0-9]{1,3})?)(?<unit>[a-z\u4e00-\u9fff]{0,7})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
