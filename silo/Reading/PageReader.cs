using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Silo.Reading.Dates;
using Monitor.Silo.Reading.Encodings;
using Monitor.Silo.Reading.Facts;

namespace Monitor.Silo.Reading;

/// <summary>
/// Turns the bytes of a page into facts. Nothing of the page is run, fetched or believed, and whatever the bytes are,
/// the answer is a value: time and memory grow with the length of the body and with nothing else.
/// </summary>
internal static class PageReader
{
    /// <param name="body">The body after decompression; the probe has already limited it to 5 MB.</param>
    /// <param name="contentTypeHeader">The Content-Type header as sent, or null.</param>
    /// <param name="url">Where the redirects ended; links are resolved against it.</param>
    /// <param name="keywords">Words that must stand on the page.</param>
    /// <param name="today">The day it is for the site's visitors, for dates without a year and dates in the future.</param>
    public static PageReading Read(
        ReadOnlyMemory<byte> body,
        string? contentTypeHeader,
        Uri url,
        ImmutableArray<string> keywords,
        DateOnly today)
    {
        if (body.IsEmpty)
        {
            return PageReading.Fails(FailureClass.Empty, "The body is empty.");
        }

        if (BodyText.Of(body.Span, contentTypeHeader) is not { } text)
        {
            return PageReading.Fails(FailureClass.BadEncoding, $"Neither {contentTypeHeader ?? "any usual encoding"} nor UTF-8 nor GB18030 fits.");
        }

        return Read(text, url, keywords, today);
    }

    private static PageReading Read(BodyText body, Uri url, ImmutableArray<string> keywords, DateOnly today)
    {
        // One reader per fact: a new fact is a new reader here and a new line below.
        var title = new TitleReader();
        var meta = new MetaReader();
        var text = new VisibleText();
        var scripts = new ScriptReader();
        var hosts = new OutsideHosts(url);
        var items = new DatedItems(today);
        PageWalk.Over(body.Text, title, meta, text, scripts, hosts, items);

        return StandIn.Of(title.Title, text, scripts, items.Count) is { } failure
            ? new PageReading(null, failure)
            : PageReading.Of(new PageFacts(
                title.Title,
                body.Charset.Name,
                text.Length,
                items.Latest(url),
                items.Count,
                items.Impossible,
                hosts.Hosts,
                text.Missing(keywords),
                meta["SiteName"]));
    }
}
