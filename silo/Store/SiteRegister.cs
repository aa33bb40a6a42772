using Monitor.Grains;
using Monitor.Rules.Sites;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <inheritdoc />
internal sealed class SiteRegister(Database database) : ISiteRegister
{
    private const string Put = """
        INSERT INTO sites (id, region, name, url, organizer, supervisor, level, is_portal, interval_ms, keywords, paused, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (id) DO UPDATE SET region = excluded.region, name = excluded.name, url = excluded.url, organizer = excluded.organizer,
            supervisor = excluded.supervisor, level = excluded.level, is_portal = excluded.is_portal, interval_ms = excluded.interval_ms,
            keywords = excluded.keywords, paused = excluded.paused, version = excluded.version
        """;

    public async Task<IReadOnlyList<SiteProfile>> Load(string region, CancellationToken cancel) =>
        await SiteRows.Read(database, "s.region = $1 ORDER BY s.id", [region], cancel);

    public Task Save(IReadOnlyList<SiteProfile> put, IReadOnlyList<string> removed, CancellationToken cancel) =>
        database.Write(writing => writing.Run([.. put.SelectMany(Puts), .. removed.SelectMany(Removals)], cancel), cancel);

    private static IEnumerable<Statement> Puts(SiteProfile p)
    {
        yield return new(
            Put, p.Id, p.Region, p.Name, p.Url, p.Organizer, p.Supervisor, (int)p.Level, p.IsPortal,
            (long)p.Interval.TotalMilliseconds, StoredJson.Write(p.Keywords), p.Paused, p.Version);
        yield return new("DELETE FROM maintenance WHERE site = $1", p.Id);
        foreach (var (place, window) in (p.Maintenance.IsDefault ? [] : p.Maintenance).Index())
        {
            yield return new(
                "INSERT INTO maintenance (site, place, from_at, until_at, reason, by_whom) VALUES ($1, $2, $3, $4, $5, $6)",
                p.Id, place, Moment.Of(window.From), Moment.Of(window.Until), window.Reason, window.By);
        }
    }

    private static IEnumerable<Statement> Removals(string id) =>
    [
        new("DELETE FROM maintenance WHERE site = $1", id),
        new("DELETE FROM target_latest WHERE target = $1", id),
        new("DELETE FROM sites WHERE id = $1", id),
    ];
}
