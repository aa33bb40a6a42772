using System.Collections.Immutable;
using System.Data.Common;
using Monitor.Rules.Sites;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Reads profiles from the register's two tables.</summary>
internal static class SiteRows
{
    private const string Columns =
        "s.id, s.region, s.name, s.url, s.organizer, s.supervisor, s.level, s.is_portal, s.interval_ms, s.keywords, s.paused, s.version";

    /// <param name="database">Where.</param>
    /// <param name="which">A condition on <c>s</c>, the sites, and the order.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<List<SiteProfile>> Read(Database database, string which, object?[] args, CancellationToken cancel)
    {
        // Two readings, for a join would repeat the site with each of its windows.
        var windows = (await database.Read(
            new($"SELECT m.site, m.from_at, m.until_at, m.reason, m.by_whom FROM maintenance m JOIN sites s ON s.id = m.site WHERE {Filter(which)} ORDER BY m.site, m.place", args),
            Window, cancel)).ToLookup(w => w.Site, w => w.Window, StringComparer.Ordinal);
        return await database.Read(
            new($"SELECT {Columns} FROM sites s WHERE {which}", args), row => Profile(row, [.. windows[row.GetString(0)]]), cancel);
    }

    private static string Filter(string which) => which.Split(" ORDER BY ")[0];

    private static SiteProfile Profile(DbDataReader row, ImmutableArray<MaintenanceWindow> windows) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5),
        (SiteLevel)row.GetInt32(6), row.GetBoolean(7), TimeSpan.FromMilliseconds(row.GetInt64(8)), StoredJson.Words(row.GetString(9)),
        row.GetBoolean(10), windows, row.GetInt32(11));

    private static (string Site, MaintenanceWindow Window) Window(DbDataReader row) =>
        (row.GetString(0), new(row.At(1), row.At(2), row.GetString(3), row.GetString(4)));
}
