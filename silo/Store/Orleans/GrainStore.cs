using Monitor.Silo.Store.Engines;
using Orleans.Storage;

namespace Monitor.Silo.Store;

/// <summary>Where grains keep state, and on PostgreSQL the tables that Orleans' packages expect with the queries to ask for what is in them.</summary>
internal static class GrainStore
{
    private const string Heading = "--# ";
    private const string Tables = "Tables";
    private const string PutQuery =
        "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ($1, $2) ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText";

    /// <summary>What grains call it.</summary>
    private const string Name = "monitor";

    /// <summary>Keeps state on SQLite. On PostgreSQL the host puts Orleans' own storage in its place, beside clustering and reminders.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<StateWriter>();
        services.AddKeyedSingleton<IGrainStorage, GrainStates>(Name);
    }

    /// <summary>Brings tables and queries to this program's version; done anew at each start, it changes nothing that is right.</summary>
    public static Task Prepare(Database database, CancellationToken cancel)
    {
        if (database is not PostgresDatabase)
        {
            return Task.CompletedTask;
        }

        var parts = Parts().ToList();
        var tables = parts.Where(p => p.Key == Tables)
            .SelectMany(p => p.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(s => new Statement(s));
        var queries = parts.Where(p => p.Key != Tables).Select(p => new Statement(PutQuery, p.Key, p.Value));
        return database.Write(async writing =>
        {
            // Two nodes that start at once would both try to make the same table, which PostgreSQL refuses to one of them.
            await writing.Run(new Statement("SELECT pg_advisory_xact_lock(7105281)"), cancel);
            await writing.Run([.. tables], cancel);
            await writing.Run([.. queries], cancel);
        }, cancel);
    }

    private static IEnumerable<KeyValuePair<string, string>> Parts()
    {
        using var stream = typeof(GrainStore).Assembly.GetManifestResourceStream("Orleans.sql")!;
        using var reader = new StreamReader(stream);
        foreach (var part in reader.ReadToEnd().Split(Heading).Skip(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return KeyValuePair.Create(part[..end].Trim(), part[(end + 1)..].Trim());
        }
    }
}
