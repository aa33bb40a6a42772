namespace Monitor.Silo.Reading.Dates;

/// <summary>What of a page's structure is a row of a list, and which link of a row a date belongs to.</summary>
internal static class Rows
{
    /// <summary>An abstract of some sentences may stand between a title and its date, but not half a page.</summary>
    private const int MostDistance = 400;

    /// <summary>Outside of rows only a link that reads like a title makes an item; a menu's words are shorter.</summary>
    private const int LeastTitleOutsideRow = 6;

    /// <summary>Pieces of one date never reach over these.</summary>
    public static bool IsBoundary(string element) =>
        element is "a" or "li" or "tr" or "td" or "th" or "dd" or "dt" or "dl" or "ul" or "ol" or "table" or "h1" or "h2" or "h3" or "h4";

    /// <summary>A date that found no link inside one of these belongs to none.</summary>
    public static bool Stops(string element) =>
        element is "body" or "html" or "header" or "footer" or "nav" or "form" or "table" or "section" or "main";

    public static PageLink? Nearest(ReadOnlySpan<PageLink> links, DateMark date, bool datesFirst, string element)
    {
        var next = FirstAfter(links, date.At);
        var before = next > 0 ? links[next - 1] : null;
        var after = next < links.Length ? links[next] : null;
        var nearest = IsBetter(after, before, date.At, datesFirst) ? after : before;
        return nearest is not null && Distance(nearest, date.At) <= MostDistance && IsTitle(nearest, date, element) ? nearest : null;
    }

    /// <summary>A date with its weekday is the clock of the page's head, unless it stands in the row of a list.</summary>
    private static bool IsTitle(PageLink link, DateMark date, string element)
    {
        var isListRow = element is "li" or "tr" or "td" or "dd" or "dt" or "dl";
        var isRow = isListRow || element is "p" or "a" or "article" or "h1" or "h2" or "h3" or "h4" or "h5";
        var readsLikeTitle = link.Title.Length >= LeastTitleOutsideRow;
        return date.HasWeekday ? isListRow && readsLikeTitle : isRow || readsLikeTitle;
    }

    private static bool IsBetter(PageLink? after, PageLink? before, int at, bool datesFirst)
    {
        if (after is null || before is null)
        {
            return before is null;
        }

        var difference = Distance(after, at) - Distance(before, at);
        return difference == 0 ? datesFirst : difference < 0;
    }

    private static int Distance(PageLink link, int at) => at < link.Start ? link.Start - at : Math.Max(0, at - link.End);

    /// <summary>Links stand in the order of the page, so halving finds the first that starts behind a place.</summary>
    private static int FirstAfter(ReadOnlySpan<PageLink> links, int at)
    {
        int low = 0, high = links.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = links[middle].Start > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
