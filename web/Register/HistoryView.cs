using Monitor.Grains;
using Monitor.Rules;

namespace Monitor.Web.Register;

/// <summary>What a chart draws: looks one by one, or, over long spans, the slowest of each stretch with how many there were.</summary>
internal sealed record HistoryView(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Point> Samples)
{
    /// <summary>More points than a screen has columns tell nothing more.</summary>
    private const int Most = 2_000;

    public static HistoryView Of(IReadOnlyList<Sample> samples, DateTimeOffset from, DateTimeOffset until) => new(
        from, until, samples.Count <= Most ? [.. samples.Select(Point.Of)] : [.. Thinned(samples, from, until)]);

    private static IEnumerable<Point> Thinned(IReadOnlyList<Sample> samples, DateTimeOffset from, DateTimeOffset until)
    {
        var width = Math.Max(1, (until - from).Ticks / Most + 1);
        return samples.GroupBy(s => (s.At - from).Ticks / width).Select(stretch => Point.OfMany([.. stretch]));
    }
}

/// <param name="TotalMs">Whole time of the look; of the slowest one where there are more.</param>
/// <param name="Failure">Why it failed; the last failure where there are more looks.</param>
/// <param name="Count">How many looks this point stands for; absent for one.</param>
/// <param name="Failures">How many of them failed; absent for one.</param>
internal sealed record Point(DateTimeOffset At, int TotalMs, int FirstByteMs, FailureClass? Failure, int? Count = null, int? Failures = null)
{
    public static Point Of(Sample s) => new(s.At, s.TotalMs, s.FirstByteMs, s.Failure);

    public static Point OfMany(IReadOnlyList<Sample> stretch)
    {
        // An average would hide the one answer that took 16 s.
        var slowest = stretch.MaxBy(s => s.TotalMs);
        var failed = stretch.Where(s => s.Failure is not null).ToList();
        return new(
            stretch[0].At, slowest.TotalMs, slowest.FirstByteMs, failed.Count > 0 ? failed[^1].Failure : null, stretch.Count, failed.Count);
    }
}
