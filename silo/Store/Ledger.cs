using System.Collections.Concurrent;
using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <inheritdoc />
internal sealed class Ledger(Database database) : ILedger
{
    // A commit without events names no epoch; it is held against the one this process was given.
    private readonly ConcurrentDictionary<string, long> epochs = new(StringComparer.Ordinal);

    public Task<DeskBook> Open(string region, CancellationToken cancel) => database.Write(async writing =>
    {
        var (epoch, head) = (await writing.Read(LedgerSql.NextEpoch(region), r => (r.GetInt64(0), r.GetInt64(1)), cancel))[0];
        var alarms = await writing.Read(LedgerSql.Unresolved(region), r => StoredJson.Alarm(r.GetString(0)), cancel);
        var heard = await writing.Read(LedgerSql.Heard(region), r => KeyValuePair.Create(r.GetString(0), r.GetInt64(1)), cancel);
        epochs[region] = epoch;
        return new DeskBook(epoch, head, alarms, heard.ToDictionary(StringComparer.Ordinal));
    }, cancel);

    public async Task Commit(
        string region, IReadOnlyList<DeskEvent> events, IReadOnlyDictionary<string, long> heard, CancellationToken cancel)
    {
        RequireOrder(events);
        var statements = Statements(region, events, heard);
        var guard = events.Count > 0
            ? LedgerSql.MoveHead(region, events[0].Epoch, events[0].Seq - 1, events[^1].Seq)
            : LedgerSql.HoldEpoch(region, epochs.GetValueOrDefault(region));
        await database.Write(async writing =>
        {
            if (await writing.Run(guard, cancel) == 0)
            {
                throw await Overtaken(writing, region, events, cancel);
            }

            await writing.Run(statements, cancel);
        }, cancel);
    }

    public async Task<DeskEvent?> ByCommand(string region, string key, CancellationToken cancel) =>
        (await database.Read(LedgerSql.ByCommand(region, key), LedgerSql.Event, cancel)).FirstOrDefault();

    public async Task<IReadOnlyList<DeskEvent>> After(string region, long seq, int limit, CancellationToken cancel) =>
        await database.Read(LedgerSql.After(region, seq, limit), LedgerSql.Event, cancel);

    public async Task<(Alarm Alarm, IReadOnlyList<DeskEvent> Events)?> Find(string region, string alarmId, CancellationToken cancel)
    {
        var events = await database.Read(LedgerSql.Of(region, alarmId), LedgerSql.Event, cancel);
        return events.Count == 0 ? null : (events[^1].Alarm, events);
    }

    public async Task<IReadOnlyList<Alarm>> Past(
        string region, string? target, AlarmState? state, int skip, int take, CancellationToken cancel) =>
        await database.Read(LedgerSql.Past(region, target, state, skip, take), r => StoredJson.Alarm(r.GetString(0)), cancel);

    // Bodies are written out before the transaction begins, so the turn to write is held for the disk alone.
    private static List<Statement> Statements(string region, IReadOnlyList<DeskEvent> events, IReadOnlyDictionary<string, long> heard)
    {
        var statements = events.Select(e => LedgerSql.AddEvent(region, e)).ToList();
        statements.AddRange(events.GroupBy(e => e.Alarm.Id, StringComparer.Ordinal)
            .Select(g => LedgerSql.Put(region, g.Last().Alarm, g.First().Seq, g.Last().Seq)));
        statements.AddRange(heard.Select(h => LedgerSql.Hear(region, h.Key, h.Value)));
        return statements;
    }

    private static void RequireOrder(IReadOnlyList<DeskEvent> events)
    {
        for (var i = 1; i < events.Count; i++)
        {
            if (events[i].Seq != events[i - 1].Seq + 1 || events[i].Epoch != events[0].Epoch)
            {
                throw new ArgumentException(
                    $"Event ({events[i].Epoch}, {events[i].Seq}) follows ({events[i - 1].Epoch}, {events[i - 1].Seq}); numbers must be without gaps in one epoch.",
                    nameof(events));
            }
        }
    }

    private async Task<InvalidOperationException> Overtaken(
        Writing writing, string region, IReadOnlyList<DeskEvent> events, CancellationToken cancel)
    {
        var heads = await writing.Read(LedgerSql.Head(region), r => (Epoch: r.GetInt64(0), Seq: r.GetInt64(1)), cancel);
        if (heads.Count == 0)
        {
            return new($"The desk of {region} was never opened, so nothing can be committed to it.");
        }

        var mine = events.Count > 0 ? events[0].Epoch : epochs.GetValueOrDefault(region);
        return heads[0].Epoch != mine
            ? new($"Another desk of {region} has started: epoch {heads[0].Epoch} is in force, this one is {mine}. Nothing was saved.")
            : new($"The desk of {region} stands at {heads[0].Seq} in epoch {mine}, so event {events[0].Seq} cannot be next. Nothing was saved.");
    }
}
