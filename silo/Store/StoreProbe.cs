using System.Data.Common;
using Monitor.Silo.Store.Engines;
using Monitor.Web.Health;

namespace Monitor.Silo.Store;

/// <summary>Proves that the store can be written, by writing: a full disk or a dead server still answers reads.</summary>
internal sealed class StoreProbe(Database database, TimeProvider clock) : IReadinessCheck
{
    private const string Put = """
        INSERT INTO store_marks (node, at) VALUES ($1, $2) ON CONFLICT (node) DO UPDATE SET at = excluded.at
        """;

    public string Name => "database";

    public async Task<string?> Fault(CancellationToken cancel)
    {
        try
        {
            var mark = new Statement(Put, Environment.MachineName, Moment.Of(clock.GetUtcNow()));
            await database.Write(writing => writing.Run(mark, cancel), cancel);
            return null;
        }
        catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException)
        {
            return database.Explain(e) ?? e.Message;
        }
    }
}
