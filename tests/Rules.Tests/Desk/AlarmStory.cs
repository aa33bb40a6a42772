using Monitor.Rules.Desk;

namespace Monitor.Rules.Tests.Desk;

/// <summary>One finding's life and what the desk makes of it, told step by step.</summary>
internal sealed class AlarmStory
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 2, 0, 0, ChinaTime.Offset);

    private long _no;

    public Alarm? Alarm { get; private set; }

    /// <summary>Every step taken, in order.</summary>
    public List<DeskStep> Steps { get; } = [];

    /// <summary>The last refusal or conflict.</summary>
    public DeskAnswer? Answer { get; private set; }

    public DateTimeOffset Now { get; private set; } = Start;

    public Alarm Current => Alarm ?? throw new InvalidOperationException("No alarm stands.");

    public AlarmStory After(int minutes)
    {
        Now += TimeSpan.FromMinutes(minutes);
        return this;
    }

    public AlarmStory Opens(Priority priority = Priority.P2, string reason = "Timeout") => Hears(priority, reason, null);

    public AlarmStory Weighs(Priority was, Priority priority, string reason = "Timeout") => Hears(priority, reason, was);

    public AlarmStory Closes() => Hear(new(++_no, FindingCode.SiteDown, Now, null, "OpensAgain"));

    public AlarmStory Acknowledge(string by, string? note = null, int? version = null) =>
        Do(DeskCommands.Acknowledge(Current, version ?? Current.Version, by, note, Now));

    public AlarmStory Resolve(string by, string? note, int? version = null) =>
        Do(DeskCommands.Resolve(Current, version ?? Current.Version, by, note, Now));

    public AlarmStory Note(string? note) => Do(DeskCommands.Note(Current, note));

    public AlarmStory LeaseSweep()
    {
        Take(DeskCommands.EndLease(Current, Now));
        return this;
    }

    public IEnumerable<AlarmEventKind> Kinds => Steps.Select(s => s.Kind);

    private AlarmStory Hears(Priority priority, string reason, Priority? was) => Hear(new(
        ++_no, FindingCode.SiteDown, Now,
        new(FindingCode.SiteDown, priority, reason, new($"首页打不开：{reason}", $"Down: {reason}"), RuleSet.Practice("依据"), [], Now), reason, was));

    private AlarmStory Hear(FindingChange change)
    {
        var standing = Alarm is { State: AlarmState.Resolved } ? null : Alarm;
        Take(DeskRule.Hear(standing, new("5304020001", "红塔区", "区政府办"), change, DeskRule.AlarmId("530400", change.No)));
        return this;
    }

    private AlarmStory Do(DeskAnswer answer)
    {
        Answer = answer;
        Take((answer as DeskAnswer.Done)?.Step);
        return this;
    }

    private void Take(DeskStep? step)
    {
        if (step is not null)
        {
            Steps.Add(step);
            Alarm = step.Next;
        }
    }
}
