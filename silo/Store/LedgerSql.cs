using System.Data.Common;
using Monitor.Rules.Desk;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>The ledger's statements; the same text serves both engines.</summary>
internal static class LedgerSql
{
    private const string EventColumns = "epoch, seq, at, kind, by_whom, note, body, command_key";

    private const string PutAlarm = """
        INSERT INTO alarms (region, id, target, code, priority, state, count, version, standing, raised_at, last_at, first_seq, last_seq, owner, resolved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (region, id) DO UPDATE SET
            priority = excluded.priority, state = excluded.state, count = excluded.count, version = excluded.version, standing = excluded.standing,
            last_at = excluded.last_at, last_seq = excluded.last_seq, owner = excluded.owner, resolved_at = excluded.resolved_at
        """;

    private const string PutHeard = """
        INSERT INTO heard (region, target, no) VALUES ($1, $2, $3)
        ON CONFLICT (region, target) DO UPDATE SET no = excluded.no WHERE excluded.no > heard.no
        """;

    public static Statement NextEpoch(string region) => new(
        """
        INSERT INTO desk_heads (region, epoch, head_seq) VALUES ($1, 1, 0)
        ON CONFLICT (region) DO UPDATE SET epoch = desk_heads.epoch + 1
        RETURNING epoch, head_seq
        """, region);

    public static Statement Head(string region) => new("SELECT epoch, head_seq FROM desk_heads WHERE region = $1", region);

    public static Statement MoveHead(string region, long epoch, long from, long to) => new(
        "UPDATE desk_heads SET head_seq = $4 WHERE region = $1 AND epoch = $2 AND head_seq = $3", region, epoch, from, to);

    public static Statement HoldEpoch(string region, long epoch) => new(
        "UPDATE desk_heads SET epoch = epoch WHERE region = $1 AND epoch = $2", region, epoch);

    public static Statement AddEvent(string region, DeskEvent e) => new(
        """
        INSERT INTO desk_events (region, epoch, seq, at, kind, by_whom, note, alarm, body, command_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """,
        region, e.Epoch, e.Seq, Moment.Of(e.At), (int)e.Kind, e.By, e.Note, e.Alarm.Id, StoredJson.Write(e.Alarm), e.CommandKey);

    public static Statement Put(string region, Alarm a, long firstSeq, long lastSeq) => new(
        PutAlarm,
        region, a.Id, a.Target, (int)a.Code, (int)a.Priority, (int)a.State, a.Count, a.Version, a.Standing,
        Moment.Of(a.RaisedAt), Moment.Of(a.LastAt), firstSeq, lastSeq, a.Owner, Moment.Of(a.ResolvedAt));

    public static Statement Hear(string region, string target, long no) => new(PutHeard, region, target, no);

    public static Statement Heard(string region) => new("SELECT target, no FROM heard WHERE region = $1", region);

    public static Statement Unresolved(string region) => new(
        """
        SELECT e.body FROM alarms a JOIN desk_events e ON e.region = a.region AND e.seq = a.last_seq
        WHERE a.region = $1 AND a.state < $2 ORDER BY a.raised_at, a.first_seq
        """, region, (int)AlarmState.Resolved);

    public static Statement ByCommand(string region, string key) => new(
        $"SELECT {EventColumns} FROM desk_events WHERE region = $1 AND command_key = $2", region, key);

    public static Statement After(string region, long seq, int limit) => new(
        $"SELECT {EventColumns} FROM desk_events WHERE region = $1 AND seq > $2 ORDER BY seq LIMIT $3", region, seq, limit);

    public static Statement Of(string region, string alarmId) => new(
        $"SELECT {EventColumns} FROM desk_events WHERE region = $1 AND alarm = $2 ORDER BY seq", region, alarmId);

    // The page is cut on the narrow index before any body is fetched, so leafing far back stays cheap.
    public static Statement Past(string region, string? target, AlarmState? state, int skip, int take)
    {
        var args = new List<object?> { region, take, skip };
        var where = "region = $1";
        where += target is null ? "" : $" AND target = ${Add(args, target)}";
        where += state is null ? "" : $" AND state = ${Add(args, (int)state)}";
        return new(
            $"""
            SELECT e.body FROM
                (SELECT region, last_seq, raised_at, first_seq FROM alarms WHERE {where}
                 ORDER BY raised_at DESC, first_seq DESC LIMIT $2 OFFSET $3) a
            JOIN desk_events e ON e.region = a.region AND e.seq = a.last_seq
            ORDER BY a.raised_at DESC, a.first_seq DESC
            """, [.. args]);
    }

    public static DeskEvent Event(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.At(2), (AlarmEventKind)row.GetInt32(3), row.GetString(4), row.MaybeText(5),
        StoredJson.Alarm(row.GetString(6)), row.MaybeText(7));

    private static int Add(List<object?> args, object value)
    {
        args.Add(value);
        return args.Count;
    }
}
