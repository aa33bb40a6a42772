using System.Buffers;

namespace Monitor.Silo.Reading.Dates;

/// <summary>
/// Finds written dates in half-width text: 2026-11-20, 2026/1/2, 2026年1月2日, 2026.1.2, and without a year 11-20, 11/20, 11月20日.
/// What belongs to a longer number (phone, version, file number, index number) is no date.
/// </summary>
internal static class DateText
{
    private static readonly SearchValues<char> TimesAndBrackets = SearchValues.Create(" 0123456789:.+TZ])】时分秒");

    /// <summary>The first date with a year at or after <paramref name="from"/>.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int from, out WrittenDate date)
    {
        for (var i = from; i + 7 < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (!IsJoinedBefore(text, i) && TryFull(text, i, out date))
                {
                    return true;
                }

                i = EndOfDigits(text, i) - 1;
            }
        }

        date = default;
        return false;
    }

    /// <summary>A date without a year that is the whole of a text, brackets and a time of day aside.</summary>
    public static bool TryWholeWithoutYear(ReadOnlySpan<char> text, out WrittenDate date)
    {
        var start = text.IndexOfAnyExcept(" [(【");
        if (start >= 0 && TryShort(text, start, out date))
        {
            return IsOnlyTimeOrBracket(text[date.End..]);
        }

        date = default;
        return false;
    }

    /// <summary>A date with a year that is the whole of a text, brackets and a time of day aside.</summary>
    public static bool TryWhole(ReadOnlySpan<char> text, out WrittenDate date) =>
        TryFind(text, 0, out date) && text[..date.Start].IndexOfAnyExcept(" [(【") < 0 && IsOnlyTimeOrBracket(text[date.End..]);

    /// <summary>A date without a year in brackets before or after other words.</summary>
    public static bool TryBracketed(ReadOnlySpan<char> text, out WrittenDate date)
    {
        var closing = text is ['[' or '(' or '【', ..] ? text.IndexOfAny("])】") : -1;
        if (closing > 0 && TryWholeWithoutYear(text[..closing], out date))
        {
            return true;
        }

        var opening = text is [.., ']' or ')' or '】'] ? text.LastIndexOfAny("[(【") : -1;
        if (opening >= 0 && TryShort(text, opening + 1, out date))
        {
            return date.End == text.Length - 1;
        }

        date = default;
        return false;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int at, int mostDigits, out int value, out int end)
    {
        value = 0;
        for (end = at; end < text.Length && char.IsAsciiDigit(text[end]) && end - at <= mostDigits; end++)
        {
            value = (value * 10) + (text[end] - '0');
        }

        return end > at && end - at <= mostDigits;
    }

    /// <summary>Month and day without a year; dashes and slashes need two digits each, or scores and ranges would be dates.</summary>
    public static bool TryShort(ReadOnlySpan<char> text, int at, out WrittenDate date)
    {
        date = default;
        if (!TryNumber(text, at, 2, out var month, out var end) || end >= text.Length)
        {
            return false;
        }

        var isChinese = text[end] == '月';
        if (!isChinese && (text[end] is not ('-' or '/') || end - at != 2))
        {
            return false;
        }

        var dayAt = end + 1;
        if (!TryNumber(text, dayAt, 2, out var day, out end) || (!isChinese && end - dayAt != 2))
        {
            return false;
        }

        if (isChinese && (end >= text.Length || text[end++] is not ('日' or '号')))
        {
            return false;
        }

        date = new WrittenDate(null, month, day, at, end - at);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && (isChinese || !IsJoinedAfter(text, end));
    }

    private static bool TryFull(ReadOnlySpan<char> text, int at, out WrittenDate date)
    {
        date = default;
        if (!TryNumber(text, at, 4, out var year, out var end) || end - at != 4 || !IsYear(year))
        {
            return false;
        }

        if (!TrySeparator(text, ref end, out var separator) || !TryNumber(text, end, 2, out var month, out end)
            || !TrySeparator(text, ref end, out var second) || !Agree(separator, second)
            || !TryNumber(text, end, 2, out var day, out end))
        {
            return false;
        }

        if (separator == '年' && end < text.Length && text[end] is '日' or '号')
        {
            // A time of day may be glued to the sign for day: 2019年06月15日08:18.
            date = new WrittenDate(year, month, day, at, end + 1 - at);
            return true;
        }

        date = new WrittenDate(year, month, day, at, end - at);
        return !IsJoinedAfter(text, end);
    }

    /// <summary>0 and 1 are what programs print for no date; they are dates that cannot be, not other numbers.</summary>
    private static bool IsYear(int year) => year is <= 1 or (>= 1900 and < 3000);

    private static bool TrySeparator(ReadOnlySpan<char> text, ref int at, out char separator)
    {
        at = SkipBlanks(text, at);
        separator = at < text.Length ? text[at] : '\0';
        at = SkipBlanks(text, at + 1);
        return separator is '-' or '/' or '.' or '年' or '月';
    }

    private static bool Agree(char first, char second) => first == '年' ? second == '月' : first == second;

    private static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private static bool IsJoinedBefore(ReadOnlySpan<char> text, int at) =>
        at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || (text[at - 1] is '-' or '/' or '.' or '_' && at > 1 && char.IsAsciiLetterOrDigit(text[at - 2])));

    private static bool IsJoinedAfter(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
        {
            return false;
        }

        var isTime = text[end] is 'T' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]);
        return !isTime && (char.IsAsciiLetterOrDigit(text[end])
            || (text[end] is '-' or '/' or '.' or '_' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])));
    }

    /// <summary>What may follow a date that stands alone.</summary>
    public static bool IsOnlyTimeOrBracket(ReadOnlySpan<char> rest) => !rest.ContainsAnyExcept(TimesAndBrackets);

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
