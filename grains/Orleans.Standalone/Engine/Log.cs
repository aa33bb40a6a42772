using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>What the engine logs; events 6000 to 6999.</summary>
internal static partial class Log
{
    [LoggerMessage(6001, LogLevel.Warning, "Grain {GrainId} could not be activated; its callers got the failure and the next call tries anew.")]
    public static partial void ActivationFailed(this ILogger logger, Exception failure, GrainId grainId);

    [LoggerMessage(6002, LogLevel.Error, "Grain {GrainId} failed to deactivate cleanly; it is gone all the same.")]
    public static partial void DeactivationFailed(this ILogger logger, Exception failure, GrainId grainId);

    [LoggerMessage(6003, LogLevel.Warning, "A timer tick of grain {GrainId} failed; the timer goes on.")]
    public static partial void TickFailed(this ILogger logger, Exception failure, GrainId grainId);

    [LoggerMessage(6004, LogLevel.Warning, "Reminder {ReminderName} of grain {GrainId} failed; the next tick comes as planned.")]
    public static partial void ReminderFailed(this ILogger logger, Exception failure, GrainId grainId, string reminderName);

    [LoggerMessage(6005, LogLevel.Debug, "Observer {ObserverId} failed and is forgotten; it may subscribe again.")]
    public static partial void ObserverFailed(this ILogger logger, Exception failure, string? observerId);

    [LoggerMessage(6006, LogLevel.Information, "Grains are ready; {Count} reminders were restored.")]
    public static partial void Started(this ILogger logger, int count);

    [LoggerMessage(6007, LogLevel.Error, "The host gave no more time; {Count} grains were still busy and are cut off.")]
    public static partial void CutOff(this ILogger logger, int count);
}
