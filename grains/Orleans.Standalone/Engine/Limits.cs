namespace Orleans.Standalone;

/// <summary>The bounds Orleans sets to spans of time, which are those of the platform's timers.</summary>
internal static class Limits
{
    /// <summary>49.7 days.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static readonly TimeSpan ShortestReminderPeriod = TimeSpan.FromMinutes(1);

    public static void RequireTimerSpan(TimeSpan span, string name)
    {
        if (span != Timeout.InfiniteTimeSpan)
        {
            RequireWait(span, name);
        }
    }

    public static void RequireWait(TimeSpan span, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span, LongestWait, name);
    }
}
