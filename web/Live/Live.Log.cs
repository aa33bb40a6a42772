namespace Monitor.Web.Live;

internal static partial class LiveLog
{
    [LoggerMessage(4030, LogLevel.Warning, "The screen {Connection} of {User} is too slow; it was cut and will catch up by itself.")]
    public static partial void ScreenTooSlow(this ILogger log, string connection, string user);

    [LoggerMessage(4031, LogLevel.Warning, "The live feed cannot {Step}; screens show it as stale. Trying again every {Seconds} s.")]
    public static partial void StepFailed(this ILogger log, string step, double seconds, Exception failure);

    [LoggerMessage(4032, LogLevel.Information, "The live feed can {Step} again.")]
    public static partial void StepRecovered(this ILogger log, string step);

    [LoggerMessage(4033, LogLevel.Warning, "A gap in the live feed could not be filled from the ledger; the next pulse tries again.")]
    public static partial void GapNotFilled(this ILogger log, Exception failure);

    [LoggerMessage(4034, LogLevel.Information, "The screen {Connection} of {User} was cut, because the session is no longer good.")]
    public static partial void SessionEnded(this ILogger log, string connection, string user);
}
