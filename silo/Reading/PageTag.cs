using System.Diagnostics;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Monitor.Silo.Reading;

/// <summary>A start tag as the tokenizer sees it: no copy is made of attributes nobody asks for.</summary>
internal readonly ref struct PageTag
{
    private readonly ref StructHtmlToken _token;

    public PageTag(string name, ref StructHtmlToken token, bool insideDrawing)
    {
        Name = name;
        InsideDrawing = insideDrawing;
        _token = ref token;
    }

    /// <summary>Lower-case name.</summary>
    public string Name { get; }

    /// <summary>True inside svg or math, where a title is no page title and a link no page link.</summary>
    public bool InsideDrawing { get; }

    /// <summary>The attribute's value with character references resolved; empty when it is absent.</summary>
    public ReadOnlySpan<char> this[string attribute] => TryGet(attribute, out var value) ? value : default;

    public bool Has(string attribute) => TryGet(attribute, out _);

    /// <summary>Hidden at first sight: the hidden attribute, or an inline style that takes it off the page.</summary>
    public bool IsHidden => _token.Attributes.Count > 0 && (Has("hidden") || HidesItself(this["style"]));

    /// <summary>Of an attribute given twice the first counts, as in browsers.</summary>
    public static bool Keeps(ref StructHtmlToken token, ReadOnlyMemory<char> attribute)
    {
        if (!IsKept(attribute.Span))
        {
            return false;
        }

        for (var i = 0; i < token.Attributes.Count; i++)
        {
            if (token.Attributes[i].Name.Memory.Span.SequenceEqual(attribute.Span))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The attributes readers ask for; a reader that needs another adds it here. The rest are dropped as they are read,
    /// because telling a million attributes of one tag apart takes time in proportion to their square.
    /// </summary>
    private static bool IsKept(ReadOnlySpan<char> attribute) =>
        attribute is "href" or "src" or "title" or "style" or "hidden" or "name" or "content" or "http-equiv" or "charset" or "datetime";

    private bool TryGet(string attribute, out ReadOnlySpan<char> value)
    {
        Debug.Assert(IsKept(attribute), $"{attribute} is not among the kept attributes.");
        var attributes = _token.Attributes;
        for (var i = 0; i < attributes.Count; i++)
        {
            var each = attributes[i];
            if (each.Name.Memory.Span.SequenceEqual(attribute))
            {
                value = each.Value.Memory.Span;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static bool HidesItself(ReadOnlySpan<char> style) =>
        Declares(style, "display", "none") || Declares(style, "visibility", "hidden");

    private static bool Declares(ReadOnlySpan<char> style, string property, string value)
    {
        var at = style.IndexOf(property, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return false;
        }

        var rest = style[(at + property.Length)..].TrimStart();
        return rest.StartsWith(':') && rest[1..].TrimStart().StartsWith(value, StringComparison.OrdinalIgnoreCase);
    }
}
