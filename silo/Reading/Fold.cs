using System.Globalization;

namespace Monitor.Silo.Reading;

/// <summary>Brings text of a page into one plain form, so that equal-looking texts are equal and nothing in it can act.</summary>
internal static class Fold
{
    private const char FullWidthFirst = '\uFF01', FullWidthLast = '\uFF5E';
    private const int FullWidthShift = '\uFF01' - '!';

    /// <summary>Full-width ASCII becomes half-width (０ → 0, ： → :); everything else stays.</summary>
    public static char HalfWidth(char c) => c switch
    {
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthShift),
        '\u3000' or '\u00A0' => ' ',
        _ => c,
    };

    /// <summary>True for what a reader cannot see: zero-width marks, direction overrides, control characters.</summary>
    public static bool IsUnseen(char c) => c switch
    {
        < ' ' or (>= '\u007F' and < '\u00A0') => !char.IsWhiteSpace(c),
        < '\u00AD' => false,
        < '\u2000' => c is '\u00AD' or '\u061C' or '\u180E',
        < '\u3000' => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format,
        _ => c == '\uFEFF',
    };

    /// <summary>White space runs become one blank, ends are trimmed, unseen characters go, and the rest is cut at <paramref name="most"/> (≤ 500).</summary>
    public static string Line(ReadOnlySpan<char> text, int most)
    {
        Span<char> line = stackalloc char[most];
        var length = Into(line, text);
        return line[..(length > 0 && char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)].ToString();
    }

    /// <summary>As <see cref="Line"/> with half-width forms, into a buffer; returns how much of it was filled.</summary>
    public static int Into(Span<char> line, ReadOnlySpan<char> text, bool halfWidth = false)
    {
        var length = 0;
        foreach (var c in text)
        {
            var folded = halfWidth ? HalfWidth(c) : c;
            if (char.IsWhiteSpace(folded))
            {
                folded = ' ';
            }

            if (IsUnseen(folded) || (folded == ' ' && (length == 0 || line[length - 1] == ' ')))
            {
                continue;
            }

            if (length == line.Length)
            {
                break;
            }

            line[length++] = folded;
        }

        return length > 0 && line[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>Cuts without splitting a surrogate pair.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
