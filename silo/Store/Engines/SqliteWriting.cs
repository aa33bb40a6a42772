using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Monitor.Silo.Store.Engines;

/// <summary>A transaction on SQLite's one writing connection. Statements stay prepared from one transaction to the next.</summary>
internal sealed class SqliteWriting(SqliteConnection connection) : Writing, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public override Task<int[]> Run(IReadOnlyList<Statement> statements, CancellationToken cancel)
    {
        var changed = new int[statements.Count];
        for (var i = 0; i < changed.Length; i++)
        {
            changed[i] = Bound(statements[i]).ExecuteNonQuery();
        }

        return Task.FromResult(changed);
    }

    public override Task<List<T>> Read<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel) =>
        ReadAll(Bound(statement), row, cancel);

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }
    }

    internal static SqliteCommand Command(SqliteConnection connection, Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 0; i < statement.Args.Length; i++)
        {
            command.Parameters.AddWithValue($"${i + 1}", statement.Args[i] ?? DBNull.Value);
        }

        return command;
    }

    // The driver finds a parameter's place by its name and its type by its value, so values alone are exchanged.
    private SqliteCommand Bound(Statement statement)
    {
        if (!prepared.TryGetValue(statement.Sql, out var command))
        {
            return prepared[statement.Sql] = Command(connection, statement);
        }

        for (var i = 0; i < statement.Args.Length; i++)
        {
            command.Parameters[i].Value = statement.Args[i] ?? DBNull.Value;
        }

        return command;
    }
}
