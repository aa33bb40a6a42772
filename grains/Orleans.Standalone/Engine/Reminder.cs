using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>One reminder and the timer to its next tick.</summary>
internal sealed class Reminder(ReminderRow row) : IGrainReminder, IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isDisposed;

    public ReminderRow Row => row;

    public string ReminderName => row.Name;

    /// <summary>Ticks whenever the clock comes to a whole number of periods after the start; a tick still running puts off none but its own next.</summary>
    public void Start(TimeProvider clock, Func<Task> tick)
    {
        lock (_gate)
        {
            if (!_isDisposed && _timer is null)
            {
                _timer = clock.CreateTimer(_ => _ = TickAsync(clock, tick), null, Wait(clock, isFirst: true), Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    private async Task TickAsync(TimeProvider clock, Func<Task> tick)
    {
        await tick();
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _timer!.Change(Wait(clock, isFirst: false), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan Wait(TimeProvider clock, bool isFirst)
    {
        var since = clock.GetUtcNow() - row.StartAt;
        return since < TimeSpan.Zero || (isFirst && since == TimeSpan.Zero) ? -since : row.Period - new TimeSpan(since.Ticks % row.Period.Ticks);
    }
}
