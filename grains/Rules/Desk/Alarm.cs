using System.Collections.Immutable;

namespace Monitor.Rules.Desk;

/// <summary>Where an alarm stands with the people on duty.</summary>
public enum AlarmState
{
    /// <summary>待确认: the finding stands and nobody has it.</summary>
    Open = 1,

    /// <summary>处理中: somebody has it, and the finding stands.</summary>
    Acknowledged = 2,

    /// <summary>已恢复·未确认: it went by itself before anybody looked, and waits for a person.</summary>
    Recovered = 3,

    /// <summary>已结.</summary>
    Resolved = 4,
}

/// <summary>A finding that needs a person, with all a screen shows of it. At most about 1 KB on the wire.</summary>
/// <param name="Id">Region and the sequence number it was raised under, e.g. <c>530400-1024</c>.</param>
/// <param name="Target">The site it is about; for a blind collector <c>collector:name</c>.</param>
/// <param name="Version">Grows by one with every change; a command names the version it saw, a screen ignores older ones.</param>
/// <param name="LastAt">When the finding last opened, changed or closed; commands leave it alone.</param>
/// <param name="Count">How often the finding opened while the alarm was not resolved.</param>
/// <param name="Owner">Who acknowledged it.</param>
/// <param name="LeaseUntil">An acknowledgement is a lease; it ends here.</param>
/// <param name="Standing">True while the finding itself is open on the target.</param>
[GenerateSerializer, Immutable, Alias("monitor.alarm")]
public sealed record Alarm(
    [property: Id(0)] string Id,
    [property: Id(1)] string Target,
    [property: Id(2)] string TargetName,
    [property: Id(3)] string Unit,
    [property: Id(4)] FindingCode Code,
    [property: Id(5)] Priority Priority,
    [property: Id(6)] AlarmState State,
    [property: Id(7)] string Reason,
    [property: Id(8)] Text Sentence,
    [property: Id(9)] Basis Basis,
    [property: Id(10)] ImmutableArray<Fact> Evidence,
    [property: Id(11)] DateTimeOffset RaisedAt,
    [property: Id(12)] DateTimeOffset LastAt,
    [property: Id(13)] int Count,
    [property: Id(14)] int Version,
    [property: Id(15)] bool Standing,
    [property: Id(16)] string? Owner = null,
    [property: Id(17)] DateTimeOffset? AcknowledgedAt = null,
    [property: Id(18)] DateTimeOffset? LeaseUntil = null,
    [property: Id(19)] DateTimeOffset? RecoveredAt = null,
    [property: Id(20)] DateTimeOffset? ResolvedAt = null,
    [property: Id(21)] string? Resolution = null);

/// <summary>What happened to an alarm.</summary>
public enum AlarmEventKind
{
    Raised = 1,
    Recurred = 2,
    Changed = 3,
    Recovered = 4,
    Acknowledged = 5,
    Resolved = 6,
    Noted = 7,
    LeaseEnded = 8,
}

/// <summary>One change of the desk: what happened, who did it, and the alarm as it is now. Numbered without gaps.</summary>
/// <param name="Epoch">Grows by one each time the desk starts anew.</param>
/// <param name="Seq">Grows by one with every change, across epochs.</param>
/// <param name="By">The person or, for the machine's own steps, <c>system</c>.</param>
/// <param name="CommandKey">The Idempotency-Key of the command that caused it.</param>
[GenerateSerializer, Immutable, Alias("monitor.desk-event")]
public sealed record DeskEvent(
    [property: Id(0)] long Epoch,
    [property: Id(1)] long Seq,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] AlarmEventKind Kind,
    [property: Id(4)] string By,
    [property: Id(5)] string? Note,
    [property: Id(6)] Alarm Alarm,
    [property: Id(7)] string? CommandKey = null);
