using Monitor.Web.Guard;

namespace Monitor.Web.Register;

/// <summary>The bytes of an upload: the body itself, or the first file of a form.</summary>
internal static class Upload
{
    /// <summary>What a form adds around a file of the largest size is allowed on top of it.</summary>
    public const long Most = Bounds.Import + Bounds.Body;

    /// <exception cref="BadHttpRequestException">Larger than allowed.</exception>
    public static async Task<byte[]> Read(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType)
        {
            return await Bytes(request.Body, cancel);
        }

        var form = await request.ReadFormAsync(cancel);
        if (form.Files.Count == 0)
        {
            return [];
        }

        await using var file = form.Files[0].OpenReadStream();
        return await Bytes(file, cancel);
    }

    private static async Task<byte[]> Bytes(Stream stream, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int some;
        while ((some = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (read.Length + some > Bounds.Import)
            {
                throw new BadHttpRequestException("The file is over 20 MB.", StatusCodes.Status413PayloadTooLarge);
            }

            read.Write(buffer, 0, some);
        }

        return read.ToArray();
    }
}
