using System.Collections.Immutable;
using Monitor.Grains;
using Monitor.Rules;
using Monitor.Silo.Probes.Egress;

namespace Monitor.Silo.Watching;

/// <summary>
/// Tells the desk when this collector goes blind and when it sees again. At its start it says that it sees, so an
/// alarm left by a process that died blind is closed.
/// </summary>
internal sealed class SightReport(EgressWatch watch, IDeskLine line, Place place, TimeProvider clock) : IHostedService
{
    private readonly Lock _gate = new();
    private long _lastNo;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watch.Changed += Tell;
        Tell(watch.Current);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        watch.Changed -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(Sight _)
    {
        lock (_gate)
        {
            // Two turns may arrive in the wrong order; what is told is how it stands now.
            var sight = watch.Current;
            var now = clock.GetUtcNow();
            _lastNo = Findings.NextNo(_lastNo, now);
            var change = new FindingChange(_lastNo, FindingCode.CollectorBlind, now, sight.Sighted ? null : Blind(sight), sight.Reason);
            var name = $"采集节点 {place.Collector}";
            line.Post(place.Region.Id, new TargetReport($"collector:{place.Collector}", name, place.Region.Name, [change]));
        }
    }

    private static Finding Blind(Sight sight) => new(
        FindingCode.CollectorBlind,
        Priority.P1,
        sight.Reason,
        new Text(
            "采集节点自身网络异常，其负责的对象状态未知，期间不作任何判定。",
            "This collector cannot see out; the state of its targets is unknown and nothing is held against them."),
        RuleSet.Practice("先查自身，再判对象：多个对象同时失败或参照主机不可达时，视为本节点失明。"),
        Evidence(sight.Facts),
        sight.Since);

    private static ImmutableArray<Fact> Evidence(BlindnessFacts facts) =>
    [
        new Fact(new Text("近一分钟失败对象", "Targets failing in the last minute"), $"{facts.FailedTargets} / {facts.SeenTargets}"),
        new Fact(new Text("参照主机应答", "Reference hosts answering"), $"{facts.ReferencesAnswered} / {facts.ReferencesAsked}"),
    ];
}
