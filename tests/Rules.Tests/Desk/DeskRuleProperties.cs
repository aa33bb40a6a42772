using FsCheck;
using FsCheck.Fluent;
using Monitor.Rules.Desk;

namespace Monitor.Rules.Tests.Desk;

public sealed class DeskRuleProperties
{
    private static readonly Action<AlarmStory>[] Deeds =
    [
        s => s.Opens(),
        s => s.Opens(Priority.P1),
        s => s.Weighs(Priority.P2, Priority.P1),
        s => s.Weighs(Priority.P2, Priority.P3),
        s => s.Closes(),
        s => s.After(7),
        s => Known(s)?.Acknowledge("张三"),
        s => Known(s)?.Acknowledge("李四"),
        s => Known(s)?.Resolve("李四", "已处理"),
        s => Known(s)?.Note("看过"),
        s => Known(s)?.LeaseSweep(),
    ];

    [Fact]
    public void Any_life_of_a_finding_keeps_its_alarms_in_order() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), deeds =>
        {
            var story = new AlarmStory();
            foreach (var deed in deeds)
            {
                Deeds[deed % Deeds.Length](story);
            }

            return story.Steps.All(InOrder) && VersionsGrow(story.Steps);
        }).QuickCheckThrowOnFailure();

    private static bool InOrder(DeskStep step) => step.Next switch
    {
        { State: AlarmState.Open } a => a is { Standing: true, Owner: null, LeaseUntil: null, ResolvedAt: null },
        { State: AlarmState.Acknowledged } a => a is { Standing: true, Owner: not null, LeaseUntil: not null },
        { State: AlarmState.Recovered } a => a is { Standing: false, Owner: null, RecoveredAt: not null },
        { State: AlarmState.Resolved } a => a is { LeaseUntil: null, Resolution: not null, ResolvedAt: not null },
        _ => false,
    };

    private static bool VersionsGrow(List<DeskStep> steps) => steps
        .GroupBy(s => s.Next.Id)
        .All(g => g.Select(s => s.Next.Version).SequenceEqual(Enumerable.Range(1, g.Count())));

    private static AlarmStory? Known(AlarmStory story) => story.Alarm is null ? null : story;
}
