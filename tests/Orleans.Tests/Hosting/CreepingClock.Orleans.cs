namespace Monitor.Orleans.Tests.Hosting;

/// <summary>
/// A hand-moved clock that creeps on a little when it is asked again and again. Orleans' reminders wait in whole milliseconds and
/// then ask for the time until the rest of the last one has passed; on a clock that stands still they would ask forever.
/// </summary>
internal sealed class CreepingClock(TimeProvider hand) : TimeProvider
{
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(250);

    private readonly Lock _gate = new();
    private DateTimeOffset _last;
    private TimeSpan _crept;

    public override long TimestampFrequency => hand.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = hand.GetUtcNow();
        lock (_gate)
        {
            (_last, _crept) = (now, now == _last ? _crept + Step : TimeSpan.Zero);
            return now + _crept;
        }
    }

    public override long GetTimestamp() => hand.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        hand.CreateTimer(callback, state, dueTime, period);
}
