namespace Monitor.Silo.Reading;

/// <summary>
/// Collects one fact while <see cref="PageWalk"/> goes over the page once. To read something new of a page,
/// write one such class and add it to the list in <see cref="PageReader"/>.
/// A reader must stay within bounded memory whatever the page holds, because pages are hostile.
/// </summary>
internal abstract class FactReader
{
    /// <summary>An element begins; the tag is valid only during the call. Every <c>Open</c> is followed by its <c>Close</c>.</summary>
    public virtual void Open(PageTag tag)
    {
    }

    /// <summary>Text of the page, as it stands between two tags.</summary>
    /// <param name="hidden">True inside an element that is hidden at first, such as a tab that waits for a click.</param>
    public virtual void Text(ReadOnlySpan<char> text, bool hidden)
    {
    }

    /// <summary>What stands inside an element that shows no text in the page: title, script, style, textarea.</summary>
    public virtual void Raw(string element, ReadOnlySpan<char> text)
    {
    }

    /// <summary>The element opened last and not yet closed ends.</summary>
    public virtual void Close(string element)
    {
    }

    /// <summary>The page ends; all its elements are closed.</summary>
    public virtual void End()
    {
    }
}
