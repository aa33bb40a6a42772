using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Monitor.Silo.Store.Engines;

/// <summary>A PostgreSQL server. Writers run side by side; rows decide who waits.</summary>
internal sealed class PostgresDatabase(string address) : Database
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(Complete(address));

    public override MonitorDb NewContext() =>
        new PostgresMonitorDb(new DbContextOptionsBuilder<PostgresMonitorDb>().UseNpgsql(source).Options, this);

    public override async Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        var answer = await work(new PostgresWriting(connection)).ConfigureAwait(false);
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
        return answer;
    }

    public override ValueTask<IDisposable?> Turn(CancellationToken cancel) => new((IDisposable?)null);

    public override string? Explain(Exception failure) =>
        failure is NpgsqlException or TimeoutException ? PostgresFaults.Explain(source.ConnectionString, failure) : null;

    public override async Task<string?> Claim(CancellationToken cancel)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancel);
            return connection.PostgreSqlVersion.Major >= 13
                ? null
                : $"Store:ConnectionString: PostgreSQL {connection.PostgreSqlVersion} is too old; 13 or newer is needed.";
        }
        catch (Exception e) when (Explain(e) is { } fault)
        {
            return fault;
        }
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    protected override async Task<DbConnection> OpenReader(CancellationToken cancel) => await source.OpenConnectionAsync(cancel);

    protected override async Task<List<T>> Read<T>(
        DbConnection connection, Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var command = PostgresWriting.Command((NpgsqlConnection)connection, statement);
        return await Writing.ReadAll(command, row, cancel);
    }

    // An unreachable server must be named within seconds, so the driver's 15 s are cut to 3 unless the operator says otherwise.
    private static string Complete(string address)
    {
        var parts = new NpgsqlConnectionStringBuilder(address);
        parts.Timeout = parts.ContainsKey("Timeout") ? parts.Timeout : 3;
        parts.MaxAutoPrepare = parts.MaxAutoPrepare == 0 ? 64 : parts.MaxAutoPrepare;
        parts.ApplicationName ??= "monitor";
        return parts.ToString();
    }
}
