using System.Data.Common;
using Monitor.Grains;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Brings a group of looks to disk in one transaction: each target's hour is read, added to and put back.</summary>
internal static partial class HistoryWrite
{
    // Always as many places, the last key filling up, so that the statement stays prepared.
    private const int HoursAtOnce = 64;

    private const string PutHour = """
        INSERT INTO history_hours (target, hour, packed) VALUES ($1, $2, $3)
        ON CONFLICT (target, hour) DO UPDATE SET packed = excluded.packed
        """;

    private const string PutLatest = """
        INSERT INTO target_latest (target, seen_at, condition, total_ms, next_look, open_findings) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (target) DO UPDATE SET seen_at = excluded.seen_at, condition = excluded.condition,
            total_ms = excluded.total_ms, next_look = excluded.next_look, open_findings = excluded.open_findings
        """;

    private static readonly string GetHours =
        $"SELECT h.target, h.hour, h.packed FROM (VALUES {string.Join(", ", Enumerable.Range(0, HoursAtOnce).Select(i => $"(${(2 * i) + 1}, ${(2 * i) + 2})"))}) k "
        + "JOIN history_hours h ON h.target = k.column1 AND h.hour = k.column2";

    public static Task Write(Database database, IReadOnlyList<Look> looks, ILogger log, CancellationToken cancel)
    {
        var hours = looks.GroupBy(l => (l.Target, Hour: HourPack.HourOf(l.Sample.At)))
            .OrderBy(g => g.Key).Select(g => (g.Key, Samples: g.Select(l => l.Sample).ToList())).ToList();
        var latest = looks.GroupBy(l => l.Target, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Put(g.Last().Latest));
        return database.Write(async writing =>
        {
            var stored = await Stored(writing, [.. hours.Select(h => h.Key)], cancel);
            var puts = hours.Select(h => new Statement(PutHour, h.Key.Target, h.Key.Hour, Added(stored, h.Key, h.Samples, log)));
            await writing.Run([.. puts, .. latest], cancel);
        }, cancel);
    }

    private static async Task<Dictionary<(string, int), byte[]>> Stored(
        Writing writing, IReadOnlyList<(string Target, int Hour)> keys, CancellationToken cancel)
    {
        var stored = new Dictionary<(string, int), byte[]>();
        foreach (var some in keys.Chunk(HoursAtOnce))
        {
            var args = Enumerable.Range(0, HoursAtOnce).Select(i => some[Math.Min(i, some.Length - 1)])
                .SelectMany(k => new object?[] { k.Target, k.Hour });
            foreach (var row in await writing.Read(new(GetHours, [.. args]), Row, cancel))
            {
                stored[(row.Target, row.Hour)] = row.Packed;
            }
        }

        return stored;
    }

    // A row nobody can read must not keep all others from the disk, for ever.
    private static byte[] Added(Dictionary<(string, int), byte[]> stored, (string Target, int Hour) key, List<Sample> samples, ILogger log)
    {
        try
        {
            return HourPack.Append(stored.GetValueOrDefault(key), key.Hour, samples);
        }
        catch (InvalidDataException e)
        {
            LogReplaced(log, key.Target, key.Hour, e.Message);
            return HourPack.Append([], key.Hour, samples);
        }
    }

    private static (string Target, int Hour, byte[] Packed) Row(DbDataReader row) =>
        (row.GetString(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2));

    private static Statement Put(TargetLatest l) => new(
        PutLatest, l.Target, Moment.Of(l.SeenAt), l.Condition, l.TotalMs, Moment.Of(l.NextLook), l.OpenFindings);

    [LoggerMessage(2002, LogLevel.Warning, "History of {target} in hour {hour} could not be read and was begun anew: {reason}")]
    private static partial void LogReplaced(ILogger log, string target, int hour, string reason);
}
