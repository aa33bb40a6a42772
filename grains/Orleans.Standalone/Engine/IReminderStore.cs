using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>A reminder as stores keep it.</summary>
/// <param name="GrainId">The grain to wake.</param>
/// <param name="Name">Unique within the grain.</param>
/// <param name="StartAt">The first tick; all others lie whole periods after it.</param>
/// <param name="Period">One minute to 49.7 days.</param>
public sealed record ReminderRow(GrainId GrainId, string Name, DateTimeOffset StartAt, TimeSpan Period);

/// <summary>Keeps reminders over restarts.</summary>
public interface IReminderStore
{
    /// <summary>Reads all reminders; called once at start.</summary>
    Task<IReadOnlyList<ReminderRow>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Adds the reminder or replaces the one of the same grain and name.</summary>
    Task UpsertAsync(ReminderRow row, CancellationToken cancellationToken);

    /// <summary>Removes a reminder; one that is not there is no failure.</summary>
    Task RemoveAsync(GrainId grainId, string name, CancellationToken cancellationToken);
}
