namespace Monitor.Rules.Desk;

/// <summary>
/// What the desk makes of a finding's change. One alarm stands per target and finding until it is resolved, however often the finding comes
/// and goes; what went before anybody looked waits for a person, because a defacement of three minutes at night must not vanish.
/// </summary>
public static class DeskRule
{
    /// <summary>How an alarm's resolution reads when the finding went by itself under somebody's eyes.</summary>
    public const string RecoveredResolution = "recovered";

    /// <summary>The id of an alarm: its region and the sequence number it was raised under.</summary>
    public static string AlarmId(string region, long seq) => $"{region}-{seq}";

    /// <summary>Takes a change in. Null when it is no news for the desk.</summary>
    /// <param name="standing">The alarm of this target and finding that is not resolved; null when there is none.</param>
    /// <param name="target">Whose finding it is.</param>
    /// <param name="change">What the target told.</param>
    /// <param name="newId">The id an alarm gets if one is raised.</param>
    public static DeskStep? Hear(Alarm? standing, DeskTarget target, FindingChange change, string newId) => (standing, change.Finding) switch
    {
        (null, { } finding) => IsNews(change, finding) ? Raise(target, change, finding, newId) : null,
        ({ } alarm, { } finding) => alarm.Standing && change.Was is not null
            ? Reweigh(alarm, change, finding)
            : Recur(alarm, change, finding),
        ({ Standing: true } alarm, null) => Recover(alarm, change),
        _ => null,
    };

    /// <summary>
    /// A finding that only changed its weight while no alarm stands was resolved by a person, who knew of it. It comes back only if it got
    /// worse; one that opened anew always does.
    /// </summary>
    private static bool IsNews(FindingChange change, Finding finding) => change.Was is not { } was || finding.Priority < was;

    private static DeskStep Raise(DeskTarget target, FindingChange change, Finding finding, string id) => new(
        new Alarm(
            id, target.Id, target.Name, target.Unit, finding.Code, finding.Priority, AlarmState.Open, finding.Reason,
            finding.Sentence, finding.Basis, finding.Evidence, change.At, change.At, Count: 1, Version: 1, Standing: true),
        AlarmEventKind.Raised);

    /// <summary>The finding is back. Who has the alarm keeps it for the rest of the lease; nobody's alarm is open again.</summary>
    private static DeskStep Recur(Alarm alarm, FindingChange change, Finding finding)
    {
        var next = Weighed(alarm, change, finding) with { Count = alarm.Count + 1, Standing = true, RecoveredAt = null };
        return new(
            alarm.State == AlarmState.Acknowledged && finding.Priority >= alarm.Priority ? next : Opened(next),
            AlarmEventKind.Recurred);
    }

    private static DeskStep? Reweigh(Alarm alarm, FindingChange change, Finding finding)
    {
        if (alarm.Priority == finding.Priority && alarm.Reason == finding.Reason && alarm.Sentence == finding.Sentence)
        {
            return null;
        }

        var next = Weighed(alarm, change, finding);
        return new(finding.Priority < alarm.Priority ? Opened(next) : next, AlarmEventKind.Changed);
    }

    private static DeskStep Recover(Alarm alarm, FindingChange change)
    {
        var next = Next(alarm, change.At) with { Standing = false, RecoveredAt = change.At };
        return new(
            alarm.State == AlarmState.Acknowledged
                ? next with
                {
                    State = AlarmState.Resolved, LeaseUntil = null, ResolvedAt = change.At, Resolution = RecoveredResolution,
                }
                : next with { State = AlarmState.Recovered },
            AlarmEventKind.Recovered,
            change.Reason);
    }

    private static Alarm Weighed(Alarm alarm, FindingChange change, Finding finding) => Next(alarm, change.At) with
    {
        Priority = finding.Priority,
        Reason = finding.Reason,
        Sentence = finding.Sentence,
        Basis = finding.Basis,
        Evidence = finding.Evidence,
    };

    /// <summary>Nobody has it any more.</summary>
    internal static Alarm Opened(Alarm alarm) => alarm with
    {
        State = AlarmState.Open, Owner = null, AcknowledgedAt = null, LeaseUntil = null,
    };

    /// <summary>The alarm with its version one higher.</summary>
    internal static Alarm Next(Alarm alarm) => alarm with { Version = alarm.Version + 1 };

    /// <summary>As above, with the finding's latest moment, which never moves back whatever clock the target had.</summary>
    private static Alarm Next(Alarm alarm, DateTimeOffset at) => Next(alarm) with { LastAt = at > alarm.LastAt ? at : alarm.LastAt };
}
