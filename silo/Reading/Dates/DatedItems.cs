using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Monitor.Rules;

namespace Monitor.Silo.Reading.Dates;

/// <summary>
/// Finds what a page lists with a date: pairs every date that tells of publication with the link nearest to it inside the
/// smallest element that holds both. A date without a link beside it is a clock, a copyright or a deadline, not an item.
/// Items in hidden tabs count, because a click shows them; their order says nothing, because old items are pinned on top.
/// </summary>
internal sealed class DatedItems(DateOnly today) : FactReader
{
    private const int MostLinks = 20_000;
    private const int MostWaiting = 64;
    private const int MostDepth = 260;
    private const int MostText = 400;
    private const int MostImpossible = 20;
    private readonly List<PageLink> _links = [];
    private readonly List<DateMark> _waiting = [];
    private readonly (int Links, int Dates)[] _frames = new (int, int)[MostDepth];
    private readonly DatePieces _pieces = new();
    private readonly char[] _words = new char[200];
    private int _wordCount;
    private PageLink? _open;
    private int _depth;
    private int _at;
    private string _before = "";

    /// <summary>How many items have a date that can be.</summary>
    public int Count => _links.Count(link => link.Date is not null);

    /// <summary>Dates of items that cannot be, as written, distinct, at most 20.</summary>
    public ImmutableArray<string> Impossible =>
        [.. _links.Where(link => link.Date is null).Select(link => link.Impossible).OfType<string>().Distinct().Take(MostImpossible)];

    /// <summary>The newest item; the first of several on the same day.</summary>
    public DatedItem? Latest(Uri page) =>
        _links.Where(link => link.Date is not null).MaxBy(link => link.Date) is { } latest
            ? new DatedItem(latest.Date!.Value, latest.Title, Absolute(page, latest.Href))
            : null;

    public override void Open(PageTag tag)
    {
        if (Rows.IsBoundary(tag.Name))
        {
            EndPieces();
        }

        _frames[_depth++] = (_links.Count, _waiting.Count);
        if (tag.Name == "a" && !tag.InsideDrawing)
        {
            BeginLink(tag);
        }
        else if (tag.Name is "time" or "span" or "em" or "i" or "td")
        {
            ReadTip(tag.Name == "time" ? tag["datetime"] : tag["title"]);
        }
    }

    public override void Text(ReadOnlySpan<char> text, bool hidden)
    {
        Span<char> buffer = stackalloc char[MostText];
        var line = buffer[..Fold.Into(buffer, text, halfWidth: true)];
        if (DatePieces.IsPiece(line))
        {
            if (_pieces.TryAdd(line, out var date, out var written))
            {
                Wait(date, written, DateSenses.Before(_before));
            }
        }
        else if (line.Length > 0)
        {
            EndPieces();
            KeepWords(text);
            ReadWords(line);
        }

        _at += line.Length;
    }

    public override void Close(string element)
    {
        if (Rows.IsBoundary(element) || _links.Count > _frames[_depth - 1].Links)
        {
            EndPieces();
        }

        if (element == "a")
        {
            EndLink();
        }

        var frame = _frames[--_depth];
        if (_waiting.Count > frame.Dates)
        {
            Pair(element, frame.Links, frame.Dates);
        }
    }

    public override void End()
    {
        EndPieces();
        EndLink();
        if (_waiting.Count > 0)
        {
            Pair("body", firstLink: 0, firstDate: 0);
        }
    }

    private void BeginLink(PageTag tag)
    {
        EndLink();
        if (_links.Count < MostLinks)
        {
            var tip = tag["title"];
            _open = new PageLink(tag["href"].Trim().ToString(), TitleIn(tip), _at);
            _links.Add(_open);
            _wordCount = 0;
            ReadTip(tip);
        }
    }

    /// <summary>Of a tip with several lines (标题, 点击数, 发表时间) the first is the title.</summary>
    private static string TitleIn(ReadOnlySpan<char> tip)
    {
        var end = tip.Trim().IndexOfAny('\r', '\n');
        var line = Fold.Line(end < 0 ? tip : tip.Trim()[..end], 200);
        return line.StartsWith("标题：", StringComparison.Ordinal) ? line[3..] : line;
    }

    private void EndLink()
    {
        if (_open is { } link)
        {
            _open = null;
            if (!link.TryEnd(Fold.Line(_words.AsSpan(0, _wordCount), _words.Length), _at))
            {
                _links.RemoveAt(_links.Count - 1);
            }
        }
    }

    /// <summary>Many lists show the day only when the mouse rests: title="… 发表时间：2026年08月21日".</summary>
    private void ReadTip(ReadOnlySpan<char> tip)
    {
        if (!tip.ContainsAnyInRange('0', '9'))
        {
            return;
        }

        Span<char> buffer = stackalloc char[MostText];
        var line = buffer[..Fold.Into(buffer, tip, halfWidth: true)];
        if (DateText.TryWhole(line, out var whole))
        {
            Wait(whole, line.ToString(), DateSense.Alone);
        }
        else if (DateText.TryFind(line, 0, out var date) && DateSenses.Before(line[..date.Start]) == DateSense.Labelled)
        {
            Wait(date, line.Slice(date.Start, date.Length).ToString(), DateSense.Labelled);
        }
    }

    /// <summary>A link's words are kept as written: people read them, machines compare folded forms.</summary>
    private void KeepWords(ReadOnlySpan<char> text)
    {
        if (_open is not null)
        {
            var words = text.TrimStart();
            var room = Math.Min(words.Length, _words.Length - _wordCount);
            words[..room].CopyTo(_words.AsSpan(_wordCount));
            _wordCount += room;
        }
    }

    private void ReadWords(ReadOnlySpan<char> line)
    {
        MarkWeekday(line);
        for (var from = 0; DateText.TryFind(line, from, out var date); from = date.End)
        {
            var sense = date.Start == 0 && DateSenses.Before(_before) == DateSense.Other
                ? DateSense.Other
                : DateSenses.Within(line, date, _open is not null);
            Wait(date, line.Slice(date.Start, date.Length).ToString(), sense, IsWeekday(line[date.End..].TrimStart()));
        }

        if (DateText.TryBracketed(line, out var bracketed))
        {
            var sense = _open is null ? DateSense.Alone : DateSense.InTitle;
            Wait(bracketed, line.Slice(bracketed.Start, bracketed.Length).ToString(), sense);
        }

        _before = _open is null ? line[^Math.Min(line.Length, 16)..].ToString() : "";
    }

    private void EndPieces()
    {
        if (_pieces.TryEnd(out var date, out var written))
        {
            Wait(date, written, DateSenses.Before(_before));
        }
    }

    private void Wait(WrittenDate date, string written, DateSense sense, bool hasWeekday = false)
    {
        if (sense == DateSense.Other)
        {
            return;
        }

        if (_waiting.Count == MostWaiting)
        {
            // A long list without rows: what has come so far is paired with what stands nearest to it.
            Pair("body", firstLink: 0, firstDate: 0);
        }

        _waiting.Add(new DateMark(date, Fold.Cut(written, 40), sense, _at, hasWeekday));
    }

    private void MarkWeekday(ReadOnlySpan<char> line)
    {
        if (_waiting.Count > 0 && IsWeekday(line))
        {
            _waiting[^1] = _waiting[^1] with { HasWeekday = true };
        }
    }

    private static bool IsWeekday(ReadOnlySpan<char> text) =>
        text is ['星', '期', ..] or ['周', '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天', ..] or ['农', '历', ..];

    private void Pair(string element, int firstLink, int firstDate)
    {
        var links = CollectionsMarshal.AsSpan(_links)[Math.Min(firstLink, _links.Count)..];
        if (links.IsEmpty && !Rows.Stops(element))
        {
            return;
        }

        var dates = CollectionsMarshal.AsSpan(_waiting)[firstDate..];
        var datesFirst = !links.IsEmpty && dates[0].At <= links[0].Start;
        foreach (var date in dates)
        {
            Rows.Nearest(links, date, datesFirst, element)?.Take(date, today);
        }

        _waiting.RemoveRange(firstDate, dates.Length);
    }

    private static string? Absolute(Uri page, string href) =>
        Uri.TryCreate(page, href, out var link) && (link.Scheme == Uri.UriSchemeHttp || link.Scheme == Uri.UriSchemeHttps)
            && link.AbsoluteUri.Length <= 2_000
            ? link.AbsoluteUri
            : null;
}
