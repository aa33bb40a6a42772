using System.Data.Common;

namespace Monitor.Silo.Store.Engines;

/// <summary>An open transaction. Ends with the work it was given to: committed when that returns, undone when it throws.</summary>
internal abstract class Writing
{
    /// <summary>Carries out statements in their order and answers how many rows each changed.</summary>
    public abstract Task<int[]> Run(IReadOnlyList<Statement> statements, CancellationToken cancel);

    /// <summary>Reads within the transaction.</summary>
    public abstract Task<List<T>> Read<T>(Statement statement, Func<DbDataReader, T> row, CancellationToken cancel);

    /// <summary>Carries out one statement and answers how many rows it changed.</summary>
    public async Task<int> Run(Statement statement, CancellationToken cancel) => (await Run([statement], cancel))[0];

    internal static async Task<List<T>> ReadAll<T>(DbCommand command, Func<DbDataReader, T> row, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
