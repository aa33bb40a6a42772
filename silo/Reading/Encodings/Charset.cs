using System.Collections.Frozen;
using System.Text;

namespace Monitor.Silo.Reading.Encodings;

/// <summary>
/// An encoding a page may be read in, found by the labels of the WHATWG Encoding Standard. All Chinese GB names mean
/// GB18030, as that standard says, because pages that declare GB2312 use characters GB2312 does not have.
/// Names outside the table are as if nothing were declared; UTF-7 is not in it on purpose, since it hides markup.
/// </summary>
internal sealed class Charset
{
    public static readonly Charset Utf8 = new("utf-8", 65001, "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8");
    public static readonly Charset Gb18030 = new("gb18030", 54936, "gb18030", "gbk", "gb2312", "x-gbk", "gb_2312", "gb_2312-80",
        "chinese", "csgb2312", "csiso58gb231280", "iso-ir-58", "cp936", "ms936", "euc-cn", "gb2312-80", "hz-gb-2312");
    public static readonly Charset Big5 = new("big5", 950, "big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5");
    public static readonly Charset Windows1252 = new("windows-1252", 1252, "windows-1252", "iso-8859-1", "latin1", "ascii",
        "us-ascii", "cp1252", "x-cp1252", "iso8859-1", "l1");
    public static readonly Charset Utf16LittleEndian = new("utf-16le", 1200, "utf-16le", "utf-16", "unicode", "ucs-2");
    public static readonly Charset Utf16BigEndian = new("utf-16be", 1201, "utf-16be", "unicodefffe");

    private static readonly FrozenDictionary<string, Charset> ByLabel =
        new[] { Utf8, Gb18030, Big5, Windows1252, Utf16LittleEndian, Utf16BigEndian }
            .SelectMany(charset => charset._labels, (charset, label) => (label, charset))
            .ToFrozenDictionary(pair => pair.label, pair => pair.charset, StringComparer.OrdinalIgnoreCase);

    private readonly Encoding _encoding;
    private readonly string[] _labels;

    private Charset(string name, int codePage, params string[] labels)
    {
        Name = name;
        _labels = labels;
        var replacement = new DecoderReplacementFallback("\uFFFD");

        // Asked directly, so that no process-wide registration changes what other code decodes.
        _encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, replacement)
            ?? Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, replacement);
    }

    /// <summary>The standard's name in lower case.</summary>
    public string Name { get; }

    public string Decode(ReadOnlySpan<byte> bytes) => _encoding.GetString(bytes);

    /// <summary>The charset a label stands for, or null when the label is not in the table.</summary>
    public static Charset? Labelled(ReadOnlySpan<char> label) =>
        ByLabel.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label.Trim().Trim("\"'").Trim(), out var charset) ? charset : null;
}
