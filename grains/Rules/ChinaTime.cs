using System.Globalization;

namespace Monitor.Rules;

/// <summary>
/// The one place that knows where days begin: Asia/Shanghai, UTC+8 the whole year round. Every period of the standard is counted in these days,
/// whatever zone the machine or the reader is in.
/// </summary>
public static class ChinaTime
{
    /// <summary>UTC+8; China has had no summer time since 1991.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The calendar day a moment falls on.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>How far into its day a moment is, from 0 (with) to 24 h (without).</summary>
    public static TimeSpan TimeOfDay(DateTimeOffset moment) => moment.ToOffset(Offset).TimeOfDay;

    /// <summary>A moment as people on duty write it, to the second: <c>2026-11-20 08:00:00</c>.</summary>
    public static string Words(DateTimeOffset moment) =>
        moment.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A day as people on duty write it: <c>2026-11-20</c>.</summary>
    public static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
