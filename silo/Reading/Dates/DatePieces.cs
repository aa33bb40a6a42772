using System.Buffers;

namespace Monitor.Silo.Reading.Dates;

/// <summary>
/// Joins a date that a page splits over elements, as calendar boxes do: <c>20</c> and <c>2026-11</c>, <c>2026</c> and
/// <c>11-20</c>, <c>2026-</c>, <c>11-</c> and <c>20</c>, <c>20</c> and <c>11月</c>. A piece is text made of nothing but the
/// characters of dates; any other text between two pieces parts them.
/// </summary>
internal sealed class DatePieces
{
    private const int MostPieces = 3;
    private static readonly SearchValues<char> DateSigns = SearchValues.Create(" 0123456789-/.年月日号:[]()【】T");
    private readonly List<string> _pieces = new(MostPieces);

    public static bool IsPiece(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 28 && text.IndexOfAnyExcept(DateSigns) < 0 && text.ContainsAnyInRange('0', '9');

    /// <summary>Signs alone, such as the stroke between two pieces, do not part them.</summary>
    public static bool IsBetweenPieces(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(DateSigns) && !text.ContainsAnyInRange('0', '9');

    /// <summary>Adds a piece; true when it completes a date with a year.</summary>
    public bool TryAdd(ReadOnlySpan<char> piece, out WrittenDate date, out string written)
    {
        if (_pieces.Count == MostPieces)
        {
            _pieces.RemoveAt(0);
        }

        _pieces.Add(piece.ToString());
        if (!TryJoin(out date, out written))
        {
            return false;
        }

        _pieces.Clear();
        return true;
    }

    /// <summary>No more pieces come; true when those at hand are a date without a year.</summary>
    public bool TryEnd(out WrittenDate date, out string written)
    {
        (date, written) = (default, "");
        var found = false;
        for (var i = _pieces.Count - 1; i >= 0 && !found; i--)
        {
            written = _pieces[i];
            found = DateText.TryWholeWithoutYear(written, out date)
                || (i > 0 && TryDayAndMonth(_pieces[i - 1], _pieces[i], out date, out written));
        }

        _pieces.Clear();
        return found;
    }

    private bool TryJoin(out WrittenDate date, out string written)
    {
        written = _pieces[^1];
        if (DateText.TryWhole(written, out date))
        {
            return true;
        }

        for (var count = 2; count <= _pieces.Count; count++)
        {
            if (TryOrders(_pieces.GetRange(_pieces.Count - count, count), out date, out written))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As written, then the orders in which boxes show a date: day first, year last.</summary>
    private static bool TryOrders(List<string> pieces, out WrittenDate date, out string written)
    {
        written = string.Join(' ', pieces);
        var last = pieces[^1].Trim();
        return pieces.Count == 2 && IsTwoDigits(pieces[0]) && TryBare($"{last}-{pieces[0].Trim()}", out date)
            || pieces.Count == 2 && last.Length == 4 && TryBare($"{last}-{pieces[0].Trim()}", out date)
            || TryBare(string.Join('-', pieces), out date);
    }

    private static bool TryDayAndMonth(string first, string second, out WrittenDate date, out string written)
    {
        written = $"{first} {second}";
        var (day, month) = first.Contains('月', StringComparison.Ordinal) ? (second, first) : (first, second);
        date = default;
        return month.TrimEnd().EndsWith('月') && DateText.TryShort($"{month.Trim()}{day.Trim().TrimEnd('日')}日", 0, out date);
    }

    /// <summary>All signs become dashes, so that 2026年11月 and 2026.11 and 2026/11- join alike.</summary>
    private static bool TryBare(string joined, out WrittenDate date)
    {
        Span<char> bare = stackalloc char[joined.Length];
        var length = 0;
        foreach (var c in joined)
        {
            var isDigit = char.IsAsciiDigit(c);
            if (isDigit || (length > 0 && bare[length - 1] != '-'))
            {
                bare[length++] = isDigit ? c : '-';
            }
        }

        var text = bare[..length].TrimEnd('-');
        return DateText.TryFind(text, 0, out date) && date.Length == text.Length;
    }

    private static bool IsTwoDigits(string piece) => piece.AsSpan().Trim() is [>= '0' and <= '3', >= '0' and <= '9'];
}
