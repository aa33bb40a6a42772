using System.Data.Common;
using Monitor.Grains;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <inheritdoc />
internal sealed class SiteDirectory(Database database, TimeProvider clock) : ISiteDirectory
{
    public async Task<SitePage> Page(SiteQuery query, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var counts = SiteConditions.WorstFirst.ToDictionary(c => c, _ => 0, StringComparer.Ordinal);
        foreach (var (condition, sites) in await database.Read(
            SiteDirectorySql.Counts(query, now), row => (row.GetString(0), (int)row.GetInt64(1)), cancel))
        {
            counts[condition] = sites;
        }

        var rows = await database.Read(SiteDirectorySql.Page(query, now), Row.Of, cancel);
        return new(await Items(rows, cancel), await Total(query, counts, now, cancel), counts);
    }

    private async Task<int> Total(SiteQuery query, Dictionary<string, int> counts, DateTimeOffset now, CancellationToken cancel) =>
        (string.IsNullOrWhiteSpace(query.Q), query.Condition) switch
        {
            (true, null) => counts.Values.Sum(),
            (true, { } condition) => counts.GetValueOrDefault(condition),
            _ => (int)(await database.Read(SiteDirectorySql.Total(query, now), row => row.GetInt64(0), cancel))[0],
        };

    private async Task<IReadOnlyList<SiteListItem>> Items(List<Row> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = string.Join(", ", rows.Select((_, i) => $"${i + 1}"));
        var profiles = (await SiteRows.Read(database, $"s.id IN ({ids})", [.. rows.Select(r => r.Id)], cancel))
            .ToDictionary(p => p.Id, StringComparer.Ordinal);
        return [.. rows.Where(r => profiles.ContainsKey(r.Id)).Select(r =>
            new SiteListItem(profiles[r.Id], r.Condition, r.SeenAt, r.TotalMs, r.NextLook, r.OpenFindings))];
    }

    private sealed record Row(string Id, string Condition, DateTimeOffset? SeenAt, int? TotalMs, DateTimeOffset? NextLook, int OpenFindings)
    {
        public static Row Of(DbDataReader row) => new(
            row.GetString(0), row.GetString(1), row.MaybeAt(2), row.IsDBNull(3) ? null : row.GetInt32(3), row.MaybeAt(4),
            row.IsDBNull(5) ? 0 : row.GetInt32(5));
    }
}
