using System.IO.Compression;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Undoes a body's compression, within the same bound before as after it.</summary>
internal static class Decoding
{
    /// <summary>What we can undo; asked for in every request.</summary>
    public const string Accepted = "gzip, deflate, br";

    /// <summary>The plain body, or null when it is compressed in a way nobody asked for.</summary>
    public static async ValueTask<Stream?> Plain(HttpContent content, int limit, CancellationToken cancel)
    {
        var raw = await content.ReadAsStreamAsync(cancel);
        var codings = content.Headers.ContentEncoding;
        if (codings.Count == 0)
        {
            return raw;
        }

        var stream = (Stream)new BoundedStream(raw, limit);
        foreach (var coding in codings.Reverse())
        {
            if (await Undo(coding, stream, cancel) is not { } plain)
            {
                return null;
            }

            stream = plain;
        }

        return stream;
    }

    private static async ValueTask<Stream?> Undo(string coding, Stream stream, CancellationToken cancel) =>
        coding.Trim().ToLowerInvariant() switch
        {
            "" or "identity" => stream,
            "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "deflate" => await Deflate(stream, cancel),
            _ => null,
        };

    /// <summary>"deflate" means zlib, but some servers send it bare; the first byte tells.</summary>
    private static async ValueTask<Stream> Deflate(Stream stream, CancellationToken cancel)
    {
        var peeked = stream as BoundedStream ?? new BoundedStream(stream, int.MaxValue);
        return (await peeked.Peek(cancel) & 0x0F) == 8
            ? new ZLibStream(peeked, CompressionMode.Decompress)
            : new DeflateStream(peeked, CompressionMode.Decompress);
    }
}
