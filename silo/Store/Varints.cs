using System.Buffers;

namespace Monitor.Silo.Store;

/// <summary>Writes numbers in as few bytes as they need, seven bits a byte.</summary>
internal ref struct VarintWriter
{
    private readonly ArrayBufferWriter<byte> bytes;

    public VarintWriter(ReadOnlySpan<byte> start, int room)
    {
        bytes = new(start.Length + Math.Max(16, room));
        bytes.Write(start);
    }

    /// <summary>Folds negative numbers between the positive ones, so that small distances stay small.</summary>
    public static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));

    public readonly void Byte(byte value) => bytes.Write([value]);

    public readonly void Unsigned(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    public readonly byte[] ToArray() => bytes.WrittenSpan.ToArray();
}

/// <summary>Reads what <see cref="VarintWriter"/> wrote.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public static long ZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    public byte Byte()
    {
        if (rest.IsEmpty)
        {
            throw new InvalidDataException("Packed history ends in the middle of a sample.");
        }

        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    public ulong Unsigned()
    {
        var value = 0ul;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("Packed history holds a number that is too long.");
    }
}
