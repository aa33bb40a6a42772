using System.Data.Common;
using System.Text;
using Npgsql;

namespace Monitor.Silo.Store.Engines;

/// <summary>A transaction on PostgreSQL. Statements travel together in one batch.</summary>
internal sealed class PostgresWriting(NpgsqlConnection connection) : Writing
{
    public override async Task<int[]> Run(IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        if (statements.Count == 0)
        {
            return [];
        }

        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            Fill(command.Parameters, statement);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(c => c.RecordsAffected)];
    }

    public override async Task<List<T>> Read<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var command = Command(connection, statement);
        return await ReadAll(command, row, cancel);
    }

    internal static NpgsqlCommand Command(NpgsqlConnection connection, Statement statement)
    {
        var command = new NpgsqlCommand(statement.Sql, connection);
        Fill(command.Parameters, statement);
        return command;
    }

    private static void Fill(NpgsqlParameterCollection parameters, Statement statement)
    {
        foreach (var arg in statement.Args)
        {
            parameters.Add(new NpgsqlParameter { Value = arg is string text ? Clean(text) : arg ?? DBNull.Value });
        }
    }

    // PostgreSQL takes neither NUL nor half a surrogate pair, and a hostile page or a cut title may bring both.
    private static string Clean(string text) =>
        text.Contains('\0', StringComparison.Ordinal) || text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
            ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\ufffd')
            : text;
}
