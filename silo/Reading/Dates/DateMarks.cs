using System.Runtime.InteropServices;

namespace Monitor.Silo.Reading.Dates;

/// <summary>A date that waits for the link it belongs to.</summary>
/// <param name="At">Where it stands, counted in characters of text from the start of the page.</param>
/// <param name="HasWeekday">A day of the week follows, as in the clock of a page's head.</param>
internal readonly record struct DateMark(WrittenDate Date, string Written, DateSense Sense, int At, bool HasWeekday = false);

/// <summary>
/// Finds the dates that tell of publication in the texts of a page, as they pass, and keeps them until they are paired.
/// All texts handed in are folded to half width.
/// </summary>
internal sealed class DateMarks
{
    private const int Most = 64;
    private const int MostWritten = 40;
    private readonly List<DateMark> _marks = new(Most);
    private readonly DatePieces _pieces = new();
    private string _before = "";

    public int Count => _marks.Count;

    public bool IsFull => _marks.Count == Most;

    public ReadOnlySpan<DateMark> From(int first) => CollectionsMarshal.AsSpan(_marks)[first..];

    public void Forget(int first) => _marks.RemoveRange(first, _marks.Count - first);

    /// <summary>Takes a text that is nothing but a date or a piece of one.</summary>
    public void Piece(ReadOnlySpan<char> piece, int at)
    {
        if (_pieces.TryAdd(piece, out var date, out var written))
        {
            Add(date, written, DateSenses.Before(_before), at);
        }
    }

    /// <summary>No more pieces of the same date come.</summary>
    public void EndPieces(int at)
    {
        if (_pieces.TryEnd(out var date, out var written))
        {
            Add(date, written, DateSenses.Before(_before), at);
        }
    }

    /// <summary>Takes words that may hold dates among them.</summary>
    public void Words(ReadOnlySpan<char> line, int at, bool inLink)
    {
        MarkWeekday(line);
        for (var from = 0; DateText.TryFind(line, from, out var date); from = date.End)
        {
            var follows = date.Start == 0 ? DateSenses.Before(_before) : DateSense.Alone;
            var sense = follows == DateSense.Other ? follows : DateSenses.Within(line, date, inLink);
            Add(date, Written(line, date), sense, at, IsWeekday(line[date.End..].TrimStart()));
        }

        if (DateText.TryBracketed(line, out var bracketed))
        {
            Add(bracketed, Written(line, bracketed), inLink ? DateSense.InTitle : DateSense.Alone, at);
        }

        _before = inLink ? "" : line[^Math.Min(line.Length, 16)..].ToString();
    }

    /// <summary>Many lists show the day only when the mouse rests: title="… 发表时间：2026年08月21日".</summary>
    public void Tip(ReadOnlySpan<char> tip, int at)
    {
        if (DateText.TryWhole(tip, out var whole))
        {
            Add(whole, tip.ToString(), DateSense.Alone, at);
        }
        else if (DateText.TryFind(tip, 0, out var date) && DateSenses.Before(tip[..date.Start]) == DateSense.Labelled)
        {
            Add(date, Written(tip, date), DateSense.Labelled, at);
        }
    }

    private static string Written(ReadOnlySpan<char> text, WrittenDate date) => text.Slice(date.Start, date.Length).ToString();

    private void Add(WrittenDate date, string written, DateSense sense, int at, bool hasWeekday = false)
    {
        if (sense != DateSense.Other && !IsFull)
        {
            _marks.Add(new DateMark(date, Fold.Cut(written, MostWritten), sense, at, hasWeekday));
        }
    }

    private void MarkWeekday(ReadOnlySpan<char> line)
    {
        if (_marks.Count > 0 && IsWeekday(line))
        {
            _marks[^1] = _marks[^1] with { HasWeekday = true };
        }
    }

    private static bool IsWeekday(ReadOnlySpan<char> text) =>
        text is ['星', '期', ..] or ['周', '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天', ..] or ['农', '历', ..];
}
