using Microsoft.Data.Sqlite;

namespace Monitor.Silo.Store.Engines;

/// <summary>This process's hold on a SQLite file: the lock beside it that keeps a second Monitor away, and the one connection that writes.</summary>
internal sealed class SqliteClaim : IDisposable
{
    // What an flock that somebody else holds answers (EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows).
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream hold;
    private readonly Dictionary<string, SqliteCommand> fixedCommands = new(StringComparer.Ordinal);

    private SqliteClaim(FileStream hold, SqliteConnection connection)
    {
        this.hold = hold;
        Connection = connection;
        Writing = new(connection);
    }

    public SqliteConnection Connection { get; }

    public SqliteWriting Writing { get; }

    /// <summary>Takes hold of the file, or tells in one sentence why it cannot.</summary>
    public static (SqliteClaim? Claim, string? Fault) Take(string file, string address, Durability durability)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            return (null, $"Store:Path: the directory {folder} does not exist; create it or name another path.");
        }

        FileStream hold;
        try
        {
            hold = new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, HeldElsewhere.Contains(e.HResult)
                ? $"Store:Path: another Monitor is running on {file}; stop it or name another path."
                : $"Store:Path: the directory {folder} cannot be written ({e.Message}); give this user the right to write there or name another path.");
        }

        return Open(hold, file, address, durability);
    }

    public void Execute(string sql)
    {
        if (!fixedCommands.TryGetValue(sql, out var command))
        {
            command = fixedCommands[sql] = Connection.CreateCommand();
            command.CommandText = sql;
        }

        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Writing.Dispose();
        foreach (var command in fixedCommands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
        hold.Dispose();
    }

    private static (SqliteClaim? Claim, string? Fault) Open(FileStream hold, string file, string address, Durability durability)
    {
        var connection = new SqliteConnection(address + ";Pooling=False");
        try
        {
            connection.Open();
            var claim = new SqliteClaim(hold, connection);
            claim.Execute("PRAGMA busy_timeout = 30000");
            claim.Execute("PRAGMA journal_mode = WAL");
            claim.Execute($"PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")}");
            claim.Execute("PRAGMA wal_autocheckpoint = 4000");
            claim.Execute("PRAGMA journal_size_limit = 67108864");
            claim.Execute("PRAGMA cache_size = -65536");
            claim.Execute("BEGIN IMMEDIATE");
            claim.Execute("ROLLBACK");
            return (claim, null);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            hold.Dispose();
            return (null, SqliteFaults.Explain(file, e));
        }
    }
}
