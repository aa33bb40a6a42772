using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Desk;

namespace Monitor.Grains;

/// <summary>
/// A desk's whole memory as one immutable value. What is to happen is worked out on a copy, saved, and only then
/// becomes the board; a failed save leaves no trace.
/// </summary>
internal sealed record DeskBoard
{
    /// <summary>Who acts when no person does.</summary>
    public const string Machine = "system";

    private DeskBoard(string region, long epoch, long head)
    {
        Region = region;
        Epoch = epoch;
        Head = head;
    }

    public string Region { get; }

    public long Epoch { get; }

    /// <summary>The last sequence number given out.</summary>
    public long Head { get; private init; }

    /// <summary>Every alarm not resolved, by id.</summary>
    public ImmutableDictionary<string, Alarm> Alarms { get; private init; } = ImmutableDictionary<string, Alarm>.Empty;

    /// <summary>What was worked out since the board was last saved, in order.</summary>
    public ImmutableList<DeskEvent> Unsaved { get; private init; } = [];

    /// <summary>The last change heard of each target.</summary>
    public ImmutableDictionary<string, long> Heard { get; private init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Targets whose last heard change is not saved.</summary>
    public ImmutableDictionary<string, long> UnsavedHeard { get; private init; } = ImmutableDictionary<string, long>.Empty;

    private ImmutableDictionary<(string Target, FindingCode Code), string> ByFinding { get; init; } =
        ImmutableDictionary<(string, FindingCode), string>.Empty;

    public bool HasUnsaved => !Unsaved.IsEmpty || !UnsavedHeard.IsEmpty;

    public static DeskBoard From(string region, DeskBook book) => new(region, book.Epoch, book.HeadSeq)
    {
        Alarms = book.Alarms.ToImmutableDictionary(a => a.Id),
        ByFinding = book.Alarms.GroupBy(a => (a.Target, a.Code)).ToImmutableDictionary(g => g.Key, g => g.Last().Id),
        Heard = book.Heard.ToImmutableDictionary(),
    };

    /// <summary>The board once all is saved.</summary>
    public DeskBoard Saved() => this with
    {
        Unsaved = [],
        UnsavedHeard = ImmutableDictionary<string, long>.Empty,
    };

    /// <summary>Takes one target's report; changes already heard are dropped by their number.</summary>
    public DeskBoard Hear(TargetReport report, DateTimeOffset now)
    {
        var board = this;
        foreach (var change in report.Changes.Where(c => c.No > Heard.GetValueOrDefault(report.Target)))
        {
            board = board.Hear(report, change, now) with
            {
                Heard = board.Heard.SetItem(report.Target, change.No),
                UnsavedHeard = board.UnsavedHeard.SetItem(report.Target, change.No),
            };
        }

        return board;
    }

    /// <summary>Closes what stands against targets that are no longer registered. Collectors are not in the register and stay.</summary>
    public DeskBoard Keep(IReadOnlySet<string> registered, DateTimeOffset now) => Alarms.Values
        .Where(a => a.Standing && !a.Target.Contains(':', StringComparison.Ordinal) && !registered.Contains(a.Target))
        .Select(a => DeskRule.Hear(a, new DeskTarget(a.Target, a.TargetName, a.Unit), Gone(a, now), a.Id))
        .OfType<DeskStep>()
        .Aggregate(this, (board, step) => board.Record(step, Machine, now));

    /// <summary>Takes back every acknowledgement whose lease has ended.</summary>
    public DeskBoard EndLeases(DateTimeOffset now) => Alarms.Values
        .Select(alarm => DeskCommands.EndLease(alarm, now))
        .OfType<DeskStep>()
        .Aggregate(this, (board, step) => board.Record(step, Machine, now));

    /// <summary>Writes a step down under the next number.</summary>
    public DeskBoard Record(DeskStep step, string by, DateTimeOffset now, string? commandKey = null)
    {
        var seq = Head + 1;
        var alarm = step.Next;
        var finding = (alarm.Target, alarm.Code);
        var resolved = alarm.State == AlarmState.Resolved;
        return this with
        {
            Head = seq,
            Alarms = resolved ? Alarms.Remove(alarm.Id) : Alarms.SetItem(alarm.Id, alarm),
            // A note on an alarm of the past must not unhook the one that stands now.
            ByFinding = resolved
                ? ByFinding.GetValueOrDefault(finding) == alarm.Id ? ByFinding.Remove(finding) : ByFinding
                : ByFinding.SetItem(finding, alarm.Id),
            Unsaved = Unsaved.Add(new DeskEvent(Epoch, seq, now, step.Kind, by, step.Note, alarm, commandKey)),
        };
    }

    private static FindingChange Gone(Alarm alarm, DateTimeOffset now) => new(0, alarm.Code, now, null, "TargetRemoved");

    private DeskBoard Hear(TargetReport report, FindingChange change, DateTimeOffset now)
    {
        var standing = ByFinding.TryGetValue((report.Target, change.Code), out var id) ? Alarms[id] : null;
        var target = new DeskTarget(report.Target, report.Name, report.Unit);
        return DeskRule.Hear(standing, target, change, DeskRule.AlarmId(Region, Head + 1)) is { } step
            ? Record(step, Machine, now)
            : this;
    }
}
