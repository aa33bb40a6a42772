using Monitor.Grains;
using Monitor.Rules.Desk;

namespace Monitor.Tests.Grains;

/// <summary>A ledger in memory with the same promises as the real one: gapless, one transaction, one desk at a time.</summary>
internal sealed class MemoryLedger : ILedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Alarm> _alarms = [];
    private readonly Dictionary<string, long> _heard = [];

    public List<DeskEvent> Events { get; } = [];

    public int Commits { get; private set; }

    public long Epoch { get; private set; }

    public bool Broken { get; set; }

    public Task<DeskBook> Open(string region, CancellationToken cancel)
    {
        lock (_gate)
        {
            Epoch++;
            var standing = _alarms.Values.Where(a => a.State != AlarmState.Resolved).ToArray();
            return Task.FromResult(new DeskBook(Epoch, Events.Count, standing, new Dictionary<string, long>(_heard)));
        }
    }

    public Task Commit(string region, IReadOnlyList<DeskEvent> events, IReadOnlyDictionary<string, long> heard, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (Broken)
            {
                throw new IOException("The disk is gone.");
            }

            if (events.Any(e => e.Epoch != Epoch) || events.Select(e => e.Seq).Where((seq, i) => seq != Events.Count + i + 1).Any())
            {
                throw new InvalidOperationException("Another desk has started.");
            }

            Commits++;
            Events.AddRange(events);
            events.ToList().ForEach(e => _alarms[e.Alarm.Id] = e.Alarm);
            heard.ToList().ForEach(h => _heard[h.Key] = h.Value);
            return Task.CompletedTask;
        }
    }

    public Task<DeskEvent?> ByCommand(string region, string key, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult(Events.Find(e => e.CommandKey == key));
        }
    }

    public Task<IReadOnlyList<DeskEvent>> After(string region, long seq, int limit, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<DeskEvent>>([.. Events.Where(e => e.Seq > seq).Take(limit)]);
        }
    }

    public Task<(Alarm Alarm, IReadOnlyList<DeskEvent> Events)?> Find(string region, string alarmId, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<(Alarm, IReadOnlyList<DeskEvent>)?>(_alarms.TryGetValue(alarmId, out var alarm)
                ? (alarm, Events.Where(e => e.Alarm.Id == alarmId).ToArray())
                : null);
        }
    }

    public Task<IReadOnlyList<Alarm>> Past(string region, string? target, AlarmState? state, int skip, int take, CancellationToken cancel)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Alarm>>([.. _alarms.Values
                .Where(a => (target is null || a.Target == target) && (state is null || a.State == state))
                .Skip(skip).Take(take)]);
        }
    }
}
