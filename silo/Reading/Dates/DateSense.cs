namespace Monitor.Silo.Reading.Dates;

/// <summary>How surely a date is the day something was published. Nearer the end is surer.</summary>
internal enum DateSense
{
    /// <summary>A deadline, an event, a clock in the page's head: says nothing of publication.</summary>
    Other,

    /// <summary>At the end or the beginning of a link's own words: counts only when nothing better does.</summary>
    InTitle,

    /// <summary>Stands alone, as in most lists.</summary>
    Alone,

    /// <summary>Follows a word that says so, such as 发布时间.</summary>
    Labelled,
}

/// <summary>Tells by the words around a date what it means.</summary>
internal static class DateSenses
{
    private static readonly string[] PublicationLabels =
    [
        "发布时间", "发布日期", "发表时间", "发表日期", "发布于", "发表于", "更新时间", "更新日期", "添加时间", "添加日期", "创建时间",
        "公开日期", "公开时间", "发文日期", "留言时间", "来信时间", "提交时间", "时间", "日期",
    ];

    /// <summary>What a date is when one of these stands right before it, or before its 时间 or 日期.</summary>
    private static readonly string[] OtherLabels =
    [
        "截止", "截至", "有效", "到期", "成文", "生成", "生效", "实施", "施行", "失效", "废止", "报名", "会议", "活动", "开标", "投标", "招标",
        "考试", "面试", "开始", "结束", "起止", "出生", "成立", "建站", "今天", "今日", "现在", "当前", "北京时间", "系统", "服务器", "统计", "最后更新", "页面更新",
    ];

    private static readonly string[] Connectors = ["时间", "日期", "时", "日", "期", "于", "为", "是", "至", "到", "自"];

    /// <summary>The sense of a date by the text before it, when the text itself is not a link's words.</summary>
    public static DateSense Before(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd(" :[(【");
        if (EndsWithOther(text, hasColon: text.Length < before.TrimEnd().Length))
        {
            return DateSense.Other;
        }

        return EndsWithAny(text, PublicationLabels) > 0 ? DateSense.Labelled : DateSense.Alone;
    }

    /// <summary>The sense of a date inside other words of the same piece of text.</summary>
    public static DateSense Within(ReadOnlySpan<char> text, WrittenDate date, bool inLink)
    {
        var before = text[..date.Start];
        var after = text[date.End..];
        var sense = Before(before);
        if (sense != DateSense.Alone || IsRange(before, after))
        {
            return sense == DateSense.Labelled && !IsRange(before, after) ? sense : DateSense.Other;
        }

        var isFirst = before.TrimEnd(" [(【").IsEmpty && (after.IsEmpty || after[0] is ' ' or ']' or ')' or '】');
        var isLast = DateText.IsOnlyTimeOrBracket(after) && before.Length > 0 && before[^1] is ' ' or '[' or '(' or '【' or '|';
        var isNumeric = !text.Slice(date.Start, date.Length).Contains('年');
        return !isFirst && !isLast ? DateSense.Other
            : !inLink ? DateSense.Alone
            : isNumeric ? DateSense.InTitle : DateSense.Other;
    }

    private static bool IsRange(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        after.TrimStart() is ['至' or '到' or '~' or '—' or '–' or '-' or '起' or '前', ..]
        || before.TrimEnd() is [.., '至' or '到' or '~' or '—' or '–'];

    private static bool EndsWithOther(ReadOnlySpan<char> text, bool hasColon)
    {
        var connector = EndsWithAny(text, Connectors);
        var rest = text[..^connector];
        connector += EndsWithAny(rest, Connectors);
        return EndsWithAny(text[..^connector], OtherLabels) > 0 || EndsWithAny(rest, OtherLabels) > 0 || EndsWithAny(text, OtherLabels) > 0
            || (hasColon && ContainsAny(text[^Math.Min(text.Length, 8)..], OtherLabels));
    }

    private static int EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
