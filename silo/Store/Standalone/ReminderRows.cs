using System.Data.Common;
using Monitor.Silo.Store.Engines;
using Orleans.Runtime;
using Orleans.Standalone;

namespace Monitor.Silo.Store;

/// <inheritdoc />
internal sealed class ReminderRows(Database database) : IReminderStore
{
    private const string Put = """
        INSERT INTO reminders (grain, name, start_at, period_ms) VALUES ($1, $2, $3, $4)
        ON CONFLICT (grain, name) DO UPDATE SET start_at = excluded.start_at, period_ms = excluded.period_ms
        """;

    public async Task<IReadOnlyList<ReminderRow>> LoadAsync(CancellationToken cancellationToken) =>
        await database.Read(new("SELECT grain, name, start_at, period_ms FROM reminders"), Row, cancellationToken);

    public Task UpsertAsync(ReminderRow row, CancellationToken cancellationToken) => Run(
        new(Put, row.GrainId.ToString(), row.Name, Moment.Of(row.StartAt), (long)row.Period.TotalMilliseconds), cancellationToken);

    public Task RemoveAsync(GrainId grainId, string name, CancellationToken cancellationToken) => Run(
        new("DELETE FROM reminders WHERE grain = $1 AND name = $2", grainId.ToString(), name), cancellationToken);

    private static ReminderRow Row(DbDataReader row) => new(
        GrainId.Parse(row.GetString(0)), row.GetString(1), row.At(2), TimeSpan.FromMilliseconds(row.GetInt64(3)));

    private Task<int> Run(Statement statement, CancellationToken cancel) =>
        database.Write(writing => writing.Run(statement, cancel), cancel);
}
