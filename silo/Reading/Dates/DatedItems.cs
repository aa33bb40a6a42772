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
    private const int MostDepth = 260;
    private const int MostText = 400;
    private const int MostTitle = 200;
    private const int MostImpossible = 20;
    private readonly List<PageLink> _links = [];
    private readonly DateMarks _dates = new();
    private readonly (int Links, int Dates)[] _frames = new (int, int)[MostDepth];
    private int _depth;
    private int _at;
    private PageLink? _open;

    /// <summary>How many items have a date that can be.</summary>
    public int Count => _links.Count(link => link.Date is not null);

    /// <summary>Dates of items that cannot be, as written, distinct, at most 20.</summary>
    public ImmutableArray<string> Impossible =>
        [.. _links.Where(link => link.Date is null).Select(link => link.Impossible).OfType<string>().Distinct().Take(MostImpossible)];

    /// <summary>The newest item; the first of several on the same day.</summary>
    public DatedItem? Latest(Uri page) =>
        _links.Where(link => link.Date is not null).MaxBy(link => link.Date) is { } latest
            ? new DatedItem(latest.Date!.Value, latest.Title, latest.Target(page))
            : null;

    public override void Open(PageTag tag)
    {
        if (Rows.IsBoundary(tag.Name))
        {
            _dates.EndPieces(_at);
        }

        _frames[_depth++] = (_links.Count, _dates.Count);
        if (tag.Name == "a" && !tag.InsideDrawing)
        {
            BeginLink(tag);
        }

        if (tag.Name is "a" or "time" or "span" or "em" or "i" or "td")
        {
            ReadTip(tag[tag.Name == "time" ? "datetime" : "title"]);
        }
    }

    public override void Text(ReadOnlySpan<char> text, bool hidden)
    {
        Span<char> buffer = stackalloc char[MostText];
        var line = buffer[..Fold.Into(buffer, text, halfWidth: true)];
        if (DatePieces.IsPiece(line))
        {
            _dates.Piece(line, _at);
        }
        else if (!DatePieces.IsBetweenPieces(line))
        {
            _dates.EndPieces(_at);
            _open?.Say(text);
            _dates.Words(line, _at, inLink: _open is not null);
        }

        _at += line.Length;
        PairIfFull();
    }

    public override void Close(string element)
    {
        if (Rows.IsBoundary(element) || _links.Count > _frames[_depth - 1].Links)
        {
            _dates.EndPieces(_at);
        }

        if (element == "a")
        {
            EndLink();
        }

        var frame = _frames[--_depth];
        if (_dates.Count > frame.Dates)
        {
            Pair(element, frame.Links, frame.Dates);
        }
    }

    public override void End()
    {
        _dates.EndPieces(_at);
        EndLink();
        Pair("body", firstLink: 0, firstDate: 0);
    }

    private void BeginLink(PageTag tag)
    {
        EndLink();
        if (_links.Count < MostLinks)
        {
            _open = new PageLink(tag["href"].Trim().ToString(), TitleIn(tag["title"]), _at);
            _links.Add(_open);
        }
    }

    private void EndLink()
    {
        if (_open is { } link && !link.TryEnd(_at))
        {
            _links.RemoveAt(_links.Count - 1);
        }

        _open = null;
    }

    private void ReadTip(ReadOnlySpan<char> tip)
    {
        if (tip.ContainsAnyInRange('0', '9'))
        {
            Span<char> buffer = stackalloc char[MostText];
            _dates.Tip(buffer[..Fold.Into(buffer, tip, halfWidth: true)], _at);
            PairIfFull();
        }
    }

    /// <summary>Of a tip with several lines (标题, 点击数, 发表时间) the first is the title.</summary>
    private static string TitleIn(ReadOnlySpan<char> tip)
    {
        var lines = tip.Trim();
        var end = lines.IndexOfAny('\r', '\n');
        var line = Fold.Line(end < 0 ? lines : lines[..end], MostTitle);
        return line.StartsWith("标题：", StringComparison.Ordinal) ? line[3..] : line;
    }

    /// <summary>A long list without rows: what has come so far is paired with what stands nearest to it.</summary>
    private void PairIfFull()
    {
        if (_dates.IsFull)
        {
            Pair("body", firstLink: 0, firstDate: 0);
        }
    }

    private void Pair(string element, int firstLink, int firstDate)
    {
        // A link whose words are no title is taken back, also from under the elements it opened around.
        var links = CollectionsMarshal.AsSpan(_links)[Math.Min(firstLink, _links.Count)..];
        var dates = _dates.From(firstDate);
        if (dates.IsEmpty || (links.IsEmpty && !Rows.Stops(element)))
        {
            return;
        }

        var datesFirst = !links.IsEmpty && dates[0].At <= links[0].Start;
        foreach (var date in dates)
        {
            Rows.Nearest(links, date, datesFirst, element)?.Take(date, today);
        }

        _dates.Forget(firstDate);
    }
}
