using System.IO.Compression;

namespace Monitor.SampleSites.Faults;

/// <summary>Compresses a body by the name of its coding.</summary>
internal static class Squeeze
{
    public static byte[] With(string coding, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (Stream into = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            into.Write(plain);
        }

        return packed.ToArray();
    }
}
