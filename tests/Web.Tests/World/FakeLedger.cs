using Monitor.Grains;
using Monitor.Rules.Desk;

namespace Monitor.Web.Tests.World;

/// <summary>A ledger in memory.</summary>
internal sealed class FakeLedger : ILedger
{
    public List<DeskEvent> Events { get; } = [];

    /// <summary>How often it was read from a number on.</summary>
    public int Reads { get; private set; }

    public bool Broken { get; set; }

    public Task<DeskBook> Open(string region, CancellationToken cancel) => throw new NotSupportedException();

    public Task Commit(string region, IReadOnlyList<DeskEvent> events, IReadOnlyDictionary<string, long> heard, CancellationToken cancel)
    {
        Events.AddRange(events);
        return Task.CompletedTask;
    }

    public Task<DeskEvent?> ByCommand(string region, string key, CancellationToken cancel) =>
        Task.FromResult(Events.Find(e => e.CommandKey == key));

    public Task<IReadOnlyList<DeskEvent>> After(string region, long seq, int limit, CancellationToken cancel)
    {
        Reads++;
        return Broken
            ? throw new InvalidOperationException("The disk is gone.")
            : Task.FromResult<IReadOnlyList<DeskEvent>>([.. Events.Where(e => e.Seq > seq).OrderBy(e => e.Seq).Take(limit)]);
    }

    public Task<(Alarm Alarm, IReadOnlyList<DeskEvent> Events)?> Find(string region, string alarmId, CancellationToken cancel)
    {
        var story = Events.Where(e => e.Alarm.Id == alarmId).ToList();
        return Task.FromResult<(Alarm, IReadOnlyList<DeskEvent>)?>(story.Count == 0 ? null : (story[^1].Alarm, story));
    }

    public Task<IReadOnlyList<Alarm>> Past(string region, string? target, AlarmState? state, int skip, int take, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Alarm>>([.. Events.Select(e => e.Alarm)
            .Where(a => (target is null || a.Target == target) && (state is null || a.State == state)).Skip(skip).Take(take)]);
}
