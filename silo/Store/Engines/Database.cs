using System.Data.Common;

namespace Monitor.Silo.Store.Engines;

/// <summary>The one relational database, whichever engine runs it.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>The database that the settings name; not opened yet.</summary>
    public static Database Of(StoreOptions options) => options.IsPostgres
        ? new PostgresDatabase(options.ConnectionString!)
        : new SqliteDatabase(options.Path, options.Durability);

    /// <summary>The tables as EF Core knows them, for migrations, people and the audit trail. What is hot goes past it.</summary>
    public abstract MonitorDb NewContext();

    /// <summary>Runs the work in one transaction. On SQLite all writers of the process take turns here, so none ever finds the database locked.</summary>
    public abstract Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken cancel);

    /// <summary>Waits for the turn to write past <see cref="Write{T}"/>; dispose to pass it on. Free at once where the engine needs no turns.</summary>
    public abstract ValueTask<IDisposable?> Turn(CancellationToken cancel);

    /// <summary>Reads what is committed; never waits for a writer.</summary>
    public async Task<List<T>> Read<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var connection = await OpenReader(cancel);
        return await Read(connection, statement, row, cancel);
    }

    /// <summary>What cannot be meant by this engine's failure: the database was not reached, is no database, or is not ours to write.</summary>
    public abstract string? Explain(Exception failure);

    /// <summary>Makes sure the place is there, is a database and is ours alone, and tells in one sentence what is wrong.</summary>
    public abstract Task<string?> Claim(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    protected abstract Task<DbConnection> OpenReader(CancellationToken cancel);

    protected abstract Task<List<T>> Read<T>(DbConnection connection, Statement statement, Func<DbDataReader, T> row, CancellationToken cancel);

    /// <summary>Runs work that answers nothing in one transaction.</summary>
    public Task Write(Func<Writing, Task> work, CancellationToken cancel) =>
        Write(async writing =>
        {
            await work(writing);
            return true;
        }, cancel);

    /// <summary>Clears the way for migrations.</summary>
    public virtual Task MakeReady(MonitorDb context, CancellationToken cancel) => Task.CompletedTask;
}
