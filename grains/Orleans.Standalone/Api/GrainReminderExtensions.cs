using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans;

/// <summary>Reminders: ticks that outlive the activation and the process.</summary>
/// <remarks>A tick that falls into a time when the process is down is lost; the next one comes in the same rhythm.</remarks>
public static class GrainReminderExtensions
{
    /// <param name="grain">The grain to wake.</param>
    /// <param name="reminderName">Unique within the grain; the same name again replaces the reminder.</param>
    /// <param name="dueTime">To the first tick, 0 to 49.7 days.</param>
    /// <param name="period">Between ticks, one minute to 49.7 days.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <exception cref="ArgumentException">A span is out of range.</exception>
    /// <exception cref="InvalidOperationException">The grain is not <see cref="IRemindable"/>.</exception>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(
        this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period, CancellationToken cancellationToken = default)
    {
        Require(reminderName);
        return grain is IRemindable
            ? Registry(grain).RegisterOrUpdateReminder(grain.GrainContext.GrainId, reminderName, dueTime, period, cancellationToken)
            : throw new InvalidOperationException($"Grain {grain.GrainContext.GrainId} must implement {nameof(IRemindable)} to have reminders.");
    }

    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder, CancellationToken cancellationToken = default) =>
        Registry(grain).UnregisterReminder(grain.GrainContext.GrainId, reminder, cancellationToken);

    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName)
    {
        Require(reminderName);
        return Registry(grain).GetReminder(grain.GrainContext.GrainId, reminderName);
    }

    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) =>
        Registry(grain).GetReminders(grain.GrainContext.GrainId);

    private static IReminderRegistry Registry(IGrainBase grain) =>
        grain.GrainContext.ActivationServices.GetRequiredService<IReminderRegistry>();

    private static void Require(string reminderName)
    {
        if (string.IsNullOrWhiteSpace(reminderName))
        {
            throw new ArgumentNullException(nameof(reminderName));
        }
    }
}
