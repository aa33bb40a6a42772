using System.Buffers;
using System.Security.Cryptography;

namespace Monitor.Silo.Probes.Visits;

/// <summary>
/// A body on its way in: counted, its opening kept for signs, the whole kept only when it is to be read, and hashed only when
/// somebody will read it or compare it: for a large page the hash would cost as much as the fetch.
/// Buffers are rented; nothing of it may be used after <see cref="Dispose"/>.
/// </summary>
internal sealed class Body(bool keep, bool isHashed, int limit) : IDisposable
{
    /// <summary>How much of the opening is always kept.</summary>
    private const int Opening = 16 * 1024;

    private const int FirstRent = 32 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstRent);
    private IncrementalHash? _hash;
    private int _kept;

    /// <summary>Bytes that came, after decompression.</summary>
    public long Length { get; private set; }

    /// <summary>True when more came than is allowed.</summary>
    public bool TooLarge => Length > limit;

    /// <summary>SHA-256 in lower-case hex, once all is in and if it was wanted.</summary>
    public string? Hash { get; private set; }

    /// <summary>All of it when it was to be kept, else its opening.</summary>
    public ReadOnlyMemory<byte> Kept => _buffer.AsMemory(0, _kept);

    /// <summary>Reads to the end, or until it is too large.</summary>
    public async ValueTask ReadAll(Stream source, CancellationToken cancel)
    {
        for (int read; !TooLarge && (read = await source.ReadAsync(Room(), cancel)) > 0;)
        {
            Take(read);
        }

        Hash = TooLarge || !isHashed ? null : Finish();
    }

    /// <summary>Reads the opening only; enough to know an error page by.</summary>
    public async ValueTask ReadOpening(Stream source, CancellationToken cancel)
    {
        for (int read; _kept < Opening && (read = await source.ReadAsync(_buffer.AsMemory(_kept, Opening - _kept), cancel)) > 0;)
        {
            _kept += read;
            Length = _kept;
        }
    }

    public void Dispose()
    {
        _hash?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _kept = 0;
    }

    private Memory<byte> Room()
    {
        if (keep && _kept == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _kept).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_kept);
    }

    private void Take(int read)
    {
        Length += read;
        if (keep)
        {
            _kept += read;
            return;
        }

        if (_kept + read <= Opening)
        {
            _kept += read;
            return;
        }

        // The opening stays where it was read; what follows is written over.
        if (isHashed)
        {
            _hash ??= Begin();
            _hash.AppendData(_buffer, _kept, read);
        }

        _kept = Math.Max(_kept, Math.Min(_kept + read, Opening));
    }

    private IncrementalHash Begin()
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_buffer, 0, _kept);
        return hash;
    }

    private string Finish()
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (_hash is { } hash)
        {
            hash.GetHashAndReset(digest);
        }
        else
        {
            SHA256.HashData(Kept.Span, digest);
        }

        return Convert.ToHexStringLower(digest);
    }
}
