using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>Keeps reminders as long as the object lives.</summary>
public sealed class MemoryReminderStore : IReminderStore
{
    private readonly ConcurrentDictionary<(GrainId, string), ReminderRow> _rows = new();

    public Task<IReadOnlyList<ReminderRow>> LoadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReminderRow>>([.. _rows.Values]);

    public Task UpsertAsync(ReminderRow row, CancellationToken cancellationToken)
    {
        _rows[(row.GrainId, row.Name)] = row;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(GrainId grainId, string name, CancellationToken cancellationToken)
    {
        _rows.TryRemove((grainId, name), out _);
        return Task.CompletedTask;
    }
}
