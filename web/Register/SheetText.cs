using System.Text;

namespace Monitor.Web.Register;

/// <summary>Bytes of a sheet as text. Sheets come from Excel in GB18030 as often as in UTF-8, with and without a byte order mark.</summary>
public static class SheetText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static SheetText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>Null when the bytes are text in none of the encodings.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Strict(Encoding.Unicode, bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Strict(Encoding.BigEndianUnicode, bytes[2..]);
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Strict(StrictUtf8, bytes[3..]);
        }

        if (bytes is [0x84, 0x31, 0x95, 0x33, ..])
        {
            return Strict(Encoding.GetEncoding("gb18030"), bytes[4..]);
        }

        // Chinese in GB18030 is almost never valid UTF-8, so what is valid is UTF-8.
        return Strict(StrictUtf8, bytes) ?? Strict(Encoding.GetEncoding("gb18030"), bytes);
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            var text = strict.GetString(bytes);
            return text.Contains('\0') ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
