using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Makes the tables that Orleans' packages expect, and tells the packages how to ask for what is in them.</summary>
internal static class GrainStore
{
    private const string Heading = "--# ";
    private const string Tables = "Tables";
    private const string PutQuery =
        "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ($1, $2) ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText";

    /// <summary>Nothing to add: the packages bring their own storage, clustering and reminders.</summary>
    public static void Add(IServiceCollection services)
    {
    }

    /// <summary>Brings tables and queries to this program's version; done anew at each start, it changes nothing that is right.</summary>
    public static Task Prepare(Database database, CancellationToken cancel)
    {
        var parts = Parts(database is PostgresDatabase ? "Postgres.sql" : "Sqlite.sql").ToList();
        var tables = parts.Where(p => p.Key == Tables)
            .SelectMany(p => p.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(s => new Statement(s));
        var queries = parts.Where(p => p.Key != Tables).Select(p => new Statement(PutQuery, p.Key, p.Value));
        return database.Write(async writing =>
        {
            await Alone(database, writing, cancel);
            await writing.Run([.. tables], cancel);
            await writing.Run([.. queries], cancel);
        }, cancel);
    }

    // Two nodes that start at once would both try to make the same table, which PostgreSQL refuses to one of them.
    private static async Task Alone(Database database, Writing writing, CancellationToken cancel)
    {
        if (database is PostgresDatabase)
        {
            await writing.Run(new Statement("SELECT pg_advisory_xact_lock(7105281)"), cancel);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Parts(string file)
    {
        using var stream = typeof(GrainStore).Assembly.GetManifestResourceStream($"Orleans.{file}")!;
        using var reader = new StreamReader(stream);
        foreach (var part in reader.ReadToEnd().Split(Heading).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return KeyValuePair.Create(part[..end].Trim(), part[(end + 1)..].Trim());
        }
    }
}
