using System.Collections.Immutable;

namespace Monitor.Silo.Reading.Facts;

/// <summary>
/// What a visitor can read, in one normal form: half-width, lower case, no white space. Keywords are sought in that form,
/// so a line break, a blank between characters or full-width digits do not hide them.
/// </summary>
internal sealed class VisibleText : FactReader
{
    private const int MostLines = 60;
    private const int MostLineLength = 80;
    private readonly List<string> _lines = [];
    private char[] _text = new char[4096];

    /// <summary>Characters of visible text, white space not counted.</summary>
    public int Length { get; private set; }

    /// <summary>The first short pieces of text, normalised: what a page says when it says little.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>True when the page shows or loads anything but text: a script, a picture, a frame.</summary>
    public bool ShowsOther { get; private set; }

    public override void Open(PageTag tag)
    {
        ShowsOther |= tag.Name is "script" or "img" or "frame" or "iframe" or "object" or "embed" or "svg" or "video"
            || (tag.Name == "meta" && tag["http-equiv"].Equals("refresh", StringComparison.OrdinalIgnoreCase));
    }

    public override void Text(ReadOnlySpan<char> text, bool hidden)
    {
        if (hidden)
        {
            return;
        }

        var start = Length;
        Length += Normal(text, Room(text.Length));
        if (_lines.Count < MostLines && Length - start is > 1 and <= MostLineLength)
        {
            _lines.Add(_text[start..Length].AsSpan().ToString());
        }
    }

    /// <summary>Those of the asked keywords that the text does not hold, as they were asked. A blank keyword is never missing.</summary>
    public ImmutableArray<string> Missing(ImmutableArray<string> keywords) =>
        keywords.IsDefaultOrEmpty ? [] : [.. keywords.Where(keyword => !Holds(Normal(keyword)))];

    public bool Holds(ReadOnlySpan<char> normal) => _text.AsSpan(0, Length).IndexOf(normal) >= 0;

    public static string Normal(string text)
    {
        var normal = new char[text.Length];
        return new string(normal, 0, Normal(text, normal));
    }

    private static int Normal(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        foreach (var c in text)
        {
            var normal = Fold.HalfWidth(c);
            if (!char.IsWhiteSpace(normal) && !Fold.IsUnseen(normal))
            {
                into[length++] = char.ToLowerInvariant(normal);
            }
        }

        return length;
    }

    private Span<char> Room(int more)
    {
        if (Length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + more));
        }

        return _text.AsSpan(Length);
    }
}
