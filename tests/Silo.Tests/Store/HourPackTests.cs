using Monitor.Grains;
using Monitor.Rules;
using Monitor.Silo.Store;

namespace Monitor.Silo.Tests.Store;

public sealed class HourPackTests
{
    private static readonly int Hour = HourPack.HourOf(Some.Start);

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void Any_samples_added_in_any_portions_read_back_as_they_were(int seed)
    {
        var random = new Random(seed);
        var samples = Enumerable.Range(0, random.Next(1, 400)).Select(_ => Any(random)).ToList();

        var packed = Array.Empty<byte>();
        for (var done = 0; done < samples.Count;)
        {
            var portion = Math.Min(random.Next(1, 50), samples.Count - done);
            packed = HourPack.Append(packed, Hour, samples.GetRange(done, portion));
            done += portion;
        }

        Assert.Equal(samples, HourPack.Read(packed, Hour));
    }

    [Fact]
    public void A_sample_of_a_regular_look_takes_at_most_six_bytes()
    {
        var random = new Random(1);
        var samples = Enumerable.Range(0, 60)
            .Select(i => new Sample(Some.Start.AddMilliseconds((i * 60_000) + random.Next(-3_000, 3_000)), null, 180 + random.Next(60), 120 + random.Next(40)))
            .ToList();

        Assert.InRange(HourPack.Append([], Hour, samples).Length / 60.0, 0, 6);
    }

    [Fact]
    public void Extreme_values_read_back()
    {
        List<Sample> samples =
        [
            new(DateTimeOffset.UnixEpoch, FailureClass.AddressRefused, int.MaxValue, int.MinValue),
            new(new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), null, int.MinValue, int.MaxValue),
            new(Some.Start, FailureClass.DnsNoName, 0, 0),
        ];

        Assert.Equal(samples, HourPack.Read(HourPack.Append([], Hour, samples), Hour));
    }

    [Fact]
    public void A_row_of_another_format_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => HourPack.Read([9, 1, 2], Hour));
        Assert.Throws<InvalidDataException>(() => HourPack.Append([9, 1, 2], Hour, []));
        Assert.Throws<InvalidDataException>(() => HourPack.Read([], Hour));
    }

    [Fact]
    public void A_row_cut_short_is_refused()
    {
        var packed = HourPack.Append([], Hour, [new(Some.Start.AddMinutes(3), FailureClass.Timeout, 15_000, 0)]);

        for (var length = 2; length < packed.Length; length++)
        {
            var cut = packed.Take(length).ToArray();
            Assert.Throws<InvalidDataException>(() => HourPack.Read(cut, Hour));
        }
    }

    [Fact]
    public void A_number_that_never_ends_is_refused() =>
        Assert.Throws<InvalidDataException>(() => HourPack.Read([1, .. Enumerable.Repeat((byte)0xFF, 30)], Hour));

    [Fact]
    public void The_hour_of_a_moment_before_1970_is_the_one_it_lies_in() =>
        Assert.Equal(-1, HourPack.HourOf(DateTimeOffset.UnixEpoch.AddMilliseconds(-1)));

    private static Sample Any(Random random) => new(
        Some.Start.AddMilliseconds(random.Next(0, 3_600_000)),
        random.Next(4) == 0 ? (FailureClass)random.Next(1, 18) : null,
        random.Next(0, 20_000), random.Next(0, 20_000));
}
