namespace Monitor.Rules.Desk;

/// <summary>
/// What people may do with an alarm, and what time does to their hold on it. A command names the version the person saw: whoever looks at
/// something older decides nothing.
/// </summary>
public static class DeskCommands
{
    /// <summary>An acknowledgement is a lease of 30 min: an alarm whose holder went home comes back.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    /// <summary>Longest note, in characters.</summary>
    public const int LongestNote = 1000;

    /// <summary>
    /// 确认. An open alarm is held by this person for the lease; the holder may renew it; one that recovered meanwhile is settled by it.
    /// </summary>
    public static DeskAnswer Acknowledge(Alarm alarm, int? version, string by, string? note, DateTimeOffset now) =>
        Objection(alarm, version, note, noteNeeded: false) ?? alarm switch
        {
            { State: AlarmState.Acknowledged, Owner: { } owner } when owner != by && alarm.LeaseUntil > now => HeldBy(owner),
            { State: AlarmState.Recovered } => Done(
                Settled(alarm, by, DeskRule.RecoveredResolution, now), AlarmEventKind.Acknowledged, note),
            _ => Done(Held(alarm, by, now), AlarmEventKind.Acknowledged, note),
        };

    /// <summary>
    /// 办结, with a note saying how. The finding may still stand: it stays on the site's page, and raises a new alarm only if it gets worse
    /// or opens anew.
    /// </summary>
    public static DeskAnswer Resolve(Alarm alarm, int? version, string by, string? note, DateTimeOffset now) =>
        Objection(alarm, version, note, noteNeeded: true)
        ?? Done(Settled(alarm, by, note!.Trim(), now), AlarmEventKind.Resolved, note);

    /// <summary>备注. It cannot conflict and is allowed in every state.</summary>
    public static DeskAnswer Note(Alarm alarm, string? note) =>
        NoteObjection(note, noteNeeded: true) as DeskAnswer ?? Done(DeskRule.Next(alarm), AlarmEventKind.Noted, note);

    /// <summary>Takes an alarm back whose lease has ended. Null while it runs, and when there is none. The note says who had it.</summary>
    public static DeskStep? EndLease(Alarm alarm, DateTimeOffset now) =>
        alarm is { State: AlarmState.Acknowledged, LeaseUntil: { } until } && until <= now
            ? new(DeskRule.Opened(DeskRule.Next(alarm)), AlarmEventKind.LeaseEnded, alarm.Owner)
            : null;

    private static DeskAnswer? Objection(Alarm alarm, int? version, string? note, bool noteNeeded) => version switch
    {
        null => new DeskAnswer.Refused(
            DeskRefusal.VersionMissing,
            new("请先刷新：未说明所依据的告警版本。", "Say which version of the alarm you saw.")),
        { } seen when seen != alarm.Version => new DeskAnswer.Conflict(
            alarm, new("告警已有新变化，请查看后重试。", "The alarm has changed since; look at it and try again.")),
        _ when alarm.State == AlarmState.Resolved => new DeskAnswer.Refused(
            DeskRefusal.AlreadyResolved, new("告警已办结，只能补充备注。", "The alarm is resolved; it can only be noted.")),
        _ => NoteObjection(note, noteNeeded),
    };

    private static DeskAnswer.Refused? NoteObjection(string? note, bool noteNeeded) => note?.Trim().Length switch
    {
        > LongestNote => new(
            DeskRefusal.NoteTooLong, new("备注不能超过1000字。", "A note has at most 1,000 characters.")),
        null or 0 when noteNeeded => new(
            DeskRefusal.NoteMissing, new("请填写处理说明。", "Say what was done.")),
        _ => null,
    };

    private static DeskAnswer.Refused HeldBy(string owner) => new(
        DeskRefusal.HeldByAnother,
        new($"该告警正由 {owner} 处理。", $"{owner} has this alarm."));

    private static Alarm Held(Alarm alarm, string by, DateTimeOffset now) => DeskRule.Next(alarm) with
    {
        State = AlarmState.Acknowledged, Owner = by, AcknowledgedAt = now, LeaseUntil = now + Lease,
    };

    private static Alarm Settled(Alarm alarm, string by, string resolution, DateTimeOffset now) => DeskRule.Next(alarm) with
    {
        State = AlarmState.Resolved,
        Owner = alarm.Owner ?? by,
        AcknowledgedAt = alarm.AcknowledgedAt ?? now,
        LeaseUntil = null,
        ResolvedAt = now,
        Resolution = resolution,
    };

    private static DeskAnswer.Done Done(Alarm next, AlarmEventKind kind, string? note) =>
        new(new(next, kind, string.IsNullOrWhiteSpace(note) ? null : note.Trim()));
}
