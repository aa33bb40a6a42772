namespace Monitor.Silo.Probes.Visits;

/// <summary>Lets only so many compressed bytes through, so that a stream that inflates to nothing cannot keep us busy.</summary>
internal sealed class BoundedStream(Stream source, int limit) : Stream
{
    private readonly byte[] _first = new byte[1];
    private int _peeked;
    private long _passed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first byte, left to be read; 0 when there is none.</summary>
    public async ValueTask<byte> Peek(CancellationToken cancel)
    {
        _peeked = await source.ReadAsync(_first, cancel);
        return _first[0];
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_peeked > 0 && buffer.Length > 0)
        {
            _peeked = 0;
            buffer.Span[0] = _first[0];
            return 1;
        }

        var read = await source.ReadAsync(buffer, cancellationToken);
        _passed += read;
        return _passed <= limit ? read : throw new BodyTooLargeException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>The compressed body alone is larger than a body may be.</summary>
internal sealed class BodyTooLargeException() : IOException("the compressed body is too large");
