using System.Text.Unicode;

namespace Monitor.Silo.Reading.Encodings;

/// <summary>A body as text, and the encoding it was read in.</summary>
internal readonly record struct BodyText(string Text, Charset Charset)
{
    /// <summary>Above this share of impossible characters a body is no text: 5 %. One broken character in a page is common.</summary>
    private const double MostBroken = 0.05;

    /// <summary>
    /// Reads bytes as the HTML standard does (mark, header, meta) and then doubts it, because declarations lie:
    /// text that is valid UTF-8 with Chinese in it is UTF-8 whatever is declared, and a declared encoding that breaks
    /// characters gives way to one that breaks fewer. Null when nothing fits.
    /// </summary>
    public static BodyText? Of(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (Marked(ref bytes) is { } marked)
        {
            return IfWhole(new BodyText(marked.Decode(bytes), marked));
        }

        var declared = ContentType.Charset(contentType) ?? MetaPrescan.Of(bytes);
        if (Utf8.IsValid(bytes) && !bytes.Contains((byte)0) && IsUtf8(bytes, declared))
        {
            return new BodyText(Charset.Utf8.Decode(bytes), Charset.Utf8);
        }

        return IfWhole(LeastBroken(bytes, declared));
    }

    private static Charset? Marked(ref ReadOnlySpan<byte> bytes)
    {
        (Charset? charset, var mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Charset.Utf8, 3),
            [0xFF, 0xFE, ..] => (Charset.Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Charset.Utf16BigEndian, 2),
            _ => ((Charset?)null, 0),
        };
        bytes = bytes[mark..];
        return charset;
    }

    /// <summary>
    /// Pairs such as C1 AA CD A8 are 联通 in GBK and a letter pair in UTF-8; only a three-byte sequence, which Chinese
    /// needs, overrides a declared double-byte encoding.
    /// </summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, Charset? declared) =>
        declared is null || declared == Charset.Utf8 || declared == Charset.Windows1252
        || bytes.IndexOfAnyInRange((byte)0xE0, (byte)0xF4) >= 0;

    private static BodyText LeastBroken(ReadOnlySpan<byte> bytes, Charset? declared)
    {
        var best = default(BodyText);
        var least = double.MaxValue;
        foreach (var charset in Candidates(declared))
        {
            var text = charset.Decode(bytes);
            var broken = BrokenShare(text);
            if (broken < least)
            {
                (best, least) = (new BodyText(text, charset), broken);
            }

            if (broken == 0)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>Any bytes are whole in a Western encoding, which servers declare by default, so GB18030 is tried before it.</summary>
    private static IEnumerable<Charset> Candidates(Charset? declared) =>
        declared == Charset.Windows1252
            ? [Charset.Gb18030, declared]
            : new[] { declared, Charset.Utf8, Charset.Gb18030 }.OfType<Charset>().Distinct();

    private static BodyText? IfWhole(BodyText body) => BrokenShare(body.Text) <= MostBroken ? body : null;

    /// <summary>Share of characters that no text holds, among those that are not plain ASCII: markup must not dilute it.</summary>
    private static double BrokenShare(string text)
    {
        int broken = 0, strange = 0;
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007F' or '\n' or '\r' or '\t')
            {
                continue;
            }

            strange++;
            if (c is '\uFFFD' or (< ' ' and not '\f') or (>= '\u007F' and < '\u00A0') or (>= '\uE000' and <= '\uF8FF'))
            {
                broken++;
            }
        }

        return broken <= 2 ? 0 : (double)broken / strange;
    }
}
