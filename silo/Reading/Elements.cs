using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace Monitor.Silo.Reading;

/// <summary>The HTML standard's facts on elements, as far as finding where an element ends needs them.</summary>
internal static class Elements
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Set(
        "a abbr address area article aside b base big blockquote body br button caption center cite code col colgroup dd " +
        "details div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr " +
        "html i iframe img input ins label legend li link main marquee math menu meta nav noembed noframes noscript object ol " +
        "optgroup option p param picture plaintext pre script section select small source span strike strong style sub summary " +
        "sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul video wbr xmp")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Voids = Set(
        "area base br col embed frame hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header " +
        "hr main menu nav ol p pre section summary table ul");

    /// <summary>The one string for a name; a new one only for names the standard does not know.</summary>
    public static string Name(ReadOnlySpan<char> name) =>
        Known.TryGetValue(name, out var known) ? known : name.Length <= 32 ? name.ToString() : "unknown";

    public static bool IsVoid(string name) => Voids.Contains(name);

    /// <summary>Table cells and tables keep a stray end tag inside from closing what is outside.</summary>
    public static bool IsScope(string name) => name is "td" or "th" or "table" or "caption" or "template" or "object" or "html";

    /// <summary>Nothing inside is shown by a browser that runs scripts.</summary>
    public static bool IsUnseen(string name) => name is "noscript" or "template" or "noframes" or "noembed";

    public static bool IsDrawing(string name) => name is "svg" or "math";

    /// <summary>End tags that do close what is outside of a table cell.</summary>
    public static bool CrossesScope(string name) =>
        name is "table" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot" or "body" or "html";

    public static HtmlParseMode ModeInside(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Rows, cells, items and links end an earlier one that is still open.</summary>
    public static bool EndsItsLike(string name) => name is "li" or "a" or "td" or "tr" or "th" or "dt" or "dd" or "option" or "optgroup"
        or "tbody" or "thead" or "tfoot";

    /// <summary>Does the start of <paramref name="starting"/> end an open <paramref name="open"/> whose end tag was left out?</summary>
    public static bool EndsAt(string starting, string open) => open switch
    {
        "li" => starting == "li",
        "dt" or "dd" => starting is "dt" or "dd",
        "td" or "th" => starting is "td" or "th" or "tr" or "tbody" or "thead" or "tfoot",
        "tr" => starting is "tr" or "tbody" or "thead" or "tfoot",
        "tbody" or "thead" or "tfoot" => starting is "tbody" or "thead" or "tfoot",
        "option" => starting is "option" or "optgroup",
        "a" => starting == "a",
        "p" => Blocks.Contains(starting) || starting is "li" or "dt" or "dd",
        _ => false,
    };

    /// <summary>Where the search for an element that <paramref name="starting"/> ends must stop.</summary>
    public static bool Shelters(string starting, string open) => starting switch
    {
        "li" => open is "ul" or "ol" or "menu" or "td" or "th" or "table",
        "dt" or "dd" => open is "dl" or "td" or "th" or "table",
        "td" or "th" or "tr" or "tbody" or "thead" or "tfoot" => open == "table",
        _ => IsScope(open),
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
