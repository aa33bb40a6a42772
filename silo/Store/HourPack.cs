using Monitor.Grains;
using Monitor.Rules;

namespace Monitor.Silo.Store;

/// <summary>The samples of one target and hour in one row of bytes, four to six for a sample that opened.</summary>
/// <remarks>
/// First a byte that names the format. Then per sample, as variable-length numbers: how much its distance in time from the one before
/// differs from the distance before that (milliseconds; its lowest bit says whether a byte with the failure's class follows), by how much
/// its total time differs from the one before, and how much of the total came after the first byte. Samples are only ever added at the end.
/// </remarks>
internal static class HourPack
{
    private const byte Format = 1;
    private const long HourMs = 3_600_000;

    /// <summary>The hour a moment falls in, counted from 1970.</summary>
    public static int HourOf(DateTimeOffset at) => (int)Math.Floor(Moment.Of(at) / (double)HourMs);

    /// <summary>Adds samples to a row.</summary>
    /// <param name="packed">The row as it is; empty for a new one.</param>
    /// <param name="hour">The row's hour.</param>
    /// <param name="samples">What to add; moments are kept to the millisecond.</param>
    /// <exception cref="InvalidDataException">The row is of a format not known here, or broken.</exception>
    public static byte[] Append(ReadOnlySpan<byte> packed, int hour, IReadOnlyList<Sample> samples)
    {
        var last = new Place(hour * HourMs);
        var reader = new VarintReader(packed.IsEmpty ? [] : Body(packed));
        while (!reader.AtEnd)
        {
            last = Next(ref reader, last, out _);
        }

        var writer = new VarintWriter(packed.IsEmpty ? [Format] : packed, samples.Count * 8);
        foreach (var sample in samples)
        {
            last = Put(ref writer, last, sample);
        }

        return writer.ToArray();
    }

    /// <summary>Reads a row, in the order in which the samples were added.</summary>
    /// <exception cref="InvalidDataException">The row is of a format not known here, or broken.</exception>
    public static List<Sample> Read(ReadOnlySpan<byte> packed, int hour)
    {
        var last = new Place(hour * HourMs);
        var reader = new VarintReader(Body(packed));
        var samples = new List<Sample>();
        while (!reader.AtEnd)
        {
            last = Next(ref reader, last, out var failure);
            samples.Add(new(DateTimeOffset.FromUnixTimeMilliseconds(last.At), failure, (int)last.Total, (int)last.FirstByte));
        }

        return samples;
    }

    private static ReadOnlySpan<byte> Body(ReadOnlySpan<byte> packed) => !packed.IsEmpty && packed[0] == Format
        ? packed[1..]
        : throw new InvalidDataException($"History is packed in format {(packed.IsEmpty ? "none" : packed[0])}; this program knows {Format}.");

    private static Place Put(ref VarintWriter writer, Place last, Sample sample)
    {
        var at = Moment.Of(sample.At);
        var step = at - last.At;
        writer.Unsigned((VarintWriter.ZigZag(step - last.Step) << 1) | (sample.Failure is null ? 0u : 1u));
        if (sample.Failure is { } failure)
        {
            writer.Byte((byte)failure);
        }

        writer.Unsigned(VarintWriter.ZigZag(sample.TotalMs - last.Total));
        writer.Unsigned(VarintWriter.ZigZag((long)sample.TotalMs - sample.FirstByteMs));
        return new(at, step, sample.TotalMs, sample.FirstByteMs);
    }

    private static Place Next(ref VarintReader reader, Place last, out FailureClass? failure)
    {
        var head = reader.Unsigned();
        var step = last.Step + VarintReader.ZigZag(head >> 1);
        failure = (head & 1) == 0 ? null : (FailureClass)reader.Byte();
        var total = last.Total + VarintReader.ZigZag(reader.Unsigned());
        return new(last.At + step, step, total, total - VarintReader.ZigZag(reader.Unsigned()));
    }

    private readonly record struct Place(long At, long Step = 0, long Total = 0, long FirstByte = 0);
}
