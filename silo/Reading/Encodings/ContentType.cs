using System.Buffers;

namespace Monitor.Silo.Reading.Encodings;

/// <summary>The charset parameter of a content type, in a header or in a meta tag.</summary>
internal static class ContentType
{
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" ;,\t\r\n\f");

    /// <summary>The declared charset of <c>text/html; charset=…</c>, or null when none or an unknown one is declared.</summary>
    public static Charset? Charset(ReadOnlySpan<char> contentType)
    {
        for (var rest = contentType; ;)
        {
            var at = rest.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return null;
            }

            rest = rest[(at + "charset".Length)..].TrimStart();
            if (rest.StartsWith('='))
            {
                return Encodings.Charset.Labelled(Value(rest[1..].TrimStart()));
            }
        }
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is not ('"' or '\''))
        {
            var end = rest.IndexOfAny(ValueEnds);
            return end < 0 ? rest : rest[..end];
        }

        var quote = rest[1..].IndexOf(rest[0]);
        return quote < 0 ? default : rest.Slice(1, quote);
    }
}
