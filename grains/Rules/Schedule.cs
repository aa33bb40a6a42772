namespace Monitor.Rules;

/// <summary>
/// When to look next. Every target has its own phase within its interval, drawn from its id, and returns to it after whatever pushed it off:
/// a start, a storm, a second look. So thousands of targets stay evenly spread without anybody spreading them.
/// </summary>
public static class Schedule
{
    /// <summary>Width of the jitter around the due moment, in percent of the interval; not more than 10 s either way.</summary>
    public const int JitterPercent = 10;

    /// <summary>
    /// How long until the next ordinary look: the target's own moment in the first interval that leaves at least half an interval of rest,
    /// so between 0.5 and 1.5 intervals, and one interval when nothing pushed it off.
    /// </summary>
    /// <param name="id">The target.</param>
    /// <param name="interval">The promise; more than zero.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="chance">A number from 0 (with) to 1 (without).</param>
    public static TimeSpan Next(string id, TimeSpan interval, DateTimeOffset now, double chance)
    {
        var since = now.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks - Phase(id, interval).Ticks;
        var rest = interval.Ticks - Modulo(since, interval.Ticks);
        var wait = rest <= interval.Ticks / 2 ? rest + interval.Ticks : rest;
        return TimeSpan.FromTicks(wait) + Jitter(interval, chance);
    }

    /// <summary>How long until the first look after a start: the target's own place in the time over which all are spread.</summary>
    public static TimeSpan First(string id, TimeSpan spread) => Phase(id, spread);

    /// <summary>How long until a second look: <see cref="RuleSet.ConfirmAfter"/> and a random part of <see cref="RuleSet.ConfirmSpread"/>.</summary>
    public static TimeSpan Confirm(RuleSet rules, double chance) => rules.ConfirmAfter + (rules.ConfirmSpread * chance);

    /// <summary>A target's own place within a span, from 0 (with) to the span (without). The same in every process and every year.</summary>
    public static TimeSpan Phase(string id, TimeSpan span) =>
        TimeSpan.FromTicks((long)(Hash(id) / (ulong.MaxValue + 1.0) * span.Ticks));

    private static TimeSpan Jitter(TimeSpan interval, double chance)
    {
        var width = Math.Min(interval.Ticks * JitterPercent / 100, TimeSpan.FromSeconds(20).Ticks);
        return TimeSpan.FromTicks((long)((chance - 0.5) * width));
    }

    private static long Modulo(long value, long by) => ((value % by) + by) % by;

    /// <summary>FNV-1a with a last stir (fmix64), because ids differ in their last digits only and .NET's own hash differs per process.</summary>
    private static ulong Hash(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return (hash ^ (hash >> 33)) & ~0x7FFUL;
    }
}
