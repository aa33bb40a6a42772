using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Monitor.Silo.Store.Engines;

/// <summary>SQLite in one file, write-ahead logged. One connection writes, one writer at a time; readers have their own and never wait.</summary>
/// <remarks>
/// A commit survives the death of the process in any case, for the log is in the operating system's hands by then. With
/// <see cref="Durability.Full"/> it is also flushed to the disk before the commit returns, so a power cut loses nothing either; writers
/// commit in groups, which makes the flush cheap. <see cref="Durability.Normal"/> leaves the flush to the checkpoint: a power cut may
/// lose the last commits, but never tears the file.
/// </remarks>
internal sealed class SqliteDatabase(string path, Durability durability) : Database
{
    private readonly string file = Path.GetFullPath(path);
    private readonly SemaphoreSlim gate = new(1, 1);
    private SqliteClaim? claim;

    private string Address => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    public override MonitorDb NewContext() =>
        new SqliteMonitorDb(new DbContextOptionsBuilder<SqliteMonitorDb>().UseSqlite(Address).Options, this);

    public override async Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            // The engine works on the caller's thread; a grain's turn must not pay for the disk.
            return await Task.Run(() => InTransaction(Claimed(), work), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    public override async ValueTask<IDisposable?> Turn(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel).ConfigureAwait(false);
        return new Held(gate);
    }

    public override string? Explain(Exception failure) => failure is SqliteException known ? SqliteFaults.Explain(file, known) : null;

    public override async Task<string?> Claim(CancellationToken cancel)
    {
        using var turn = await Turn(cancel);
        if (claim is null)
        {
            (claim, var fault) = SqliteClaim.Take(file, Address, durability);
            return fault;
        }

        return null;
    }

    // A start that was killed in the middle of a migration leaves EF Core's lock behind. The claim says that nobody else can hold it.
    public override Task MakeReady(MonitorDb context, CancellationToken cancel) => Write(async writing =>
    {
        var locks = await writing.Read(new("SELECT name FROM sqlite_master WHERE name = '__EFMigrationsLock'"), row => row.GetString(0), cancel);
        return locks.Count == 0 ? 0 : await writing.Run(new Statement("DELETE FROM \"__EFMigrationsLock\""), cancel);
    }, cancel);

    public override async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        claim?.Dispose();
        claim = null;
        using var pooled = new SqliteConnection(Address);
        SqliteConnection.ClearPool(pooled);
        gate.Release();
    }

    protected override async Task<DbConnection> OpenReader(CancellationToken cancel)
    {
        var connection = new SqliteConnection(Address);
        await connection.OpenAsync(cancel);
        return connection;
    }

    protected override async Task<List<T>> Read<T>(
        DbConnection connection, Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        using var command = SqliteWriting.Command((SqliteConnection)connection, statement);
        return await Writing.ReadAll(command, row, cancel);
    }

    private SqliteClaim Claimed() => claim ?? throw new InvalidOperationException("The store is used before it was started.");

    // BEGIN IMMEDIATE takes the write lock at once; a lock taken later could be refused with no way but to start over.
    private static async Task<T> InTransaction<T>(SqliteClaim claim, Func<Writing, Task<T>> work)
    {
        claim.Execute("BEGIN IMMEDIATE");
        try
        {
            var answer = await work(claim.Writing);
            claim.Execute("COMMIT");
            return answer;
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(claim.Connection.Handle) == 0)
            {
                claim.Execute("ROLLBACK");
            }

            throw;
        }
    }

    private sealed class Held(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
