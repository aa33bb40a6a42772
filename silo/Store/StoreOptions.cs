using Npgsql;

namespace Monitor.Silo.Store;

/// <summary>What a power cut may cost on SQLite. The death of the process costs nothing either way.</summary>
public enum Durability
{
    /// <summary>Nothing: every commit is flushed to the disk before it returns.</summary>
    Full = 1,

    /// <summary>The last commits, a second or so; in return commits do not wait for the disk.</summary>
    Normal = 2,
}

/// <summary>Where everything is kept. Section <c>Store</c>.</summary>
public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary><c>sqlite</c>: one file, one node. <c>postgres</c>: a server, any number of nodes. Default sqlite.</summary>
    public string Provider { get; set; } = "sqlite";

    /// <summary>The SQLite file; its directory must exist. Default data/monitor.db, from the working directory.</summary>
    public string Path { get; set; } = "data/monitor.db";

    /// <summary>The PostgreSQL database, e.g. <c>Host=db;Database=monitor;Username=monitor;Password=…</c>. Needed with postgres only.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>What a power cut may cost on SQLite. Full costs a flush per commit, and commits are grouped. Default Full.</summary>
    public Durability Durability { get; set; } = Durability.Full;

    /// <summary>Days samples are kept, 8 (the official access test looks back 7) to 3,660. A day of a site at one look a minute takes about 8 KB. Default 400.</summary>
    public int HistoryDays { get; set; } = 400;

    /// <summary>Samples kept in memory while the database cannot be written, 1,000 to 10,000,000, about 200 bytes each; beyond it the oldest are dropped and counted. Default 500,000.</summary>
    public int HistoryBuffer { get; set; } = 500_000;

    internal bool IsPostgres => Provider.Equals("postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong with the values, one sentence each, naming key, value and what is allowed.</summary>
    public IEnumerable<string> Faults()
    {
        if (!IsPostgres && !Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Store:Provider is \"{Provider}\"; allowed are sqlite and postgres.";
        }

        if (!IsPostgres && string.IsNullOrWhiteSpace(Path))
        {
            yield return "Store:Path is empty; name the SQLite file.";
        }

        if (IsPostgres && ConnectionFault() is { } fault)
        {
            yield return fault;
        }

        if (HistoryDays is < 8 or > 3660)
        {
            yield return $"Store:HistoryDays is {HistoryDays}; allowed are 8 to 3660.";
        }

        if (HistoryBuffer is < 1_000 or > 10_000_000)
        {
            yield return $"Store:HistoryBuffer is {HistoryBuffer}; allowed are 1000 to 10000000.";
        }
    }

    private string? ConnectionFault()
    {
        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(ConnectionString).Host)
                ? "Store:ConnectionString names no Host; with Store:Provider postgres it must, e.g. Host=db;Database=monitor;Username=monitor;Password=…"
                : null;
        }
        catch (ArgumentException e)
        {
            return $"Store:ConnectionString cannot be read ({e.Message}).";
        }
    }
}
