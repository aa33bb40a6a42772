using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Standalone;

/// <summary>All reminders, each with its timer.</summary>
internal sealed class Reminders(IReminderStore store, IGrainFactory grains, TimeProvider clock, ILogger<Reminders> log) : IReminderRegistry, IDisposable
{
    private readonly ConcurrentDictionary<(GrainId, string), Reminder> _all = new();
    private readonly CancellationTokenSource _stopping = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await store.LoadAsync(cancellationToken))
        {
            // A grain may have registered the same reminder while this was loading; then its word is the newer one.
            _all.TryAdd((row.GrainId, row.Name), new Reminder(row));
        }

        foreach (var reminder in _all.Values)
        {
            Run(reminder);
        }

        log.Started(_all.Count);
    }

    public void Stop()
    {
        _stopping.Cancel();
        foreach (var reminder in _all.Values)
        {
            reminder.Dispose();
        }
    }

    /// <summary>Cancels and does not dispose: a test's host is stopped after its services were disposed.</summary>
    public void Dispose() => _stopping.Cancel();

    public async Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period, CancellationToken cancellationToken = default)
    {
        Limits.RequireWait(dueTime, nameof(dueTime));
        Limits.RequireWait(period, nameof(period));
        if (period < Limits.ShortestReminderPeriod)
        {
            throw new ArgumentException($"Reminder {reminderName}: a period of {period} is under {Limits.ShortestReminderPeriod}.", nameof(period));
        }

        var row = new ReminderRow(callingGrainId, reminderName, clock.GetUtcNow() + dueTime, period);
        await store.UpsertAsync(row, cancellationToken);
        var reminder = new Reminder(row);
        _all.AddOrUpdate((callingGrainId, reminderName), reminder, (_, old) =>
        {
            old.Dispose();
            return reminder;
        });
        Run(reminder);
        return reminder;
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder, CancellationToken cancellationToken = default)
    {
        await store.RemoveAsync(callingGrainId, reminder.ReminderName, cancellationToken);
        if (_all.TryRemove((callingGrainId, reminder.ReminderName), out var removed))
        {
            removed.Dispose();
        }
    }

    public Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        Task.FromResult<IGrainReminder?>(_all.GetValueOrDefault((callingGrainId, reminderName)));

    public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        Task.FromResult(_all.Where(r => r.Key.Item1 == callingGrainId).Select(r => (IGrainReminder)r.Value).ToList());

    private void Run(Reminder reminder) => reminder.Start(clock, () => TickAsync(reminder.Row));

    private async Task TickAsync(ReminderRow row)
    {
        try
        {
            var status = new TickStatus(row.StartAt.UtcDateTime, row.Period, clock.GetUtcNow().UtcDateTime);
            await grains.GetGrain<IRemindable>(row.GrainId).ReceiveReminder(row.Name, status);
        }
#pragma warning disable CA1031 // The reminder goes on: the next tick may succeed.
        catch (Exception failure)
        {
            if (!_stopping.IsCancellationRequested)
            {
                log.ReminderFailed(failure, row.GrainId, row.Name);
            }
        }
#pragma warning restore CA1031
    }
}
