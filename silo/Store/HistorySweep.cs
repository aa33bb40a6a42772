using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Once a day takes away samples older than the option says, a few thousand rows at a time so that no writer waits long.</summary>
internal sealed partial class HistorySweep(Database database, StoreOptions options, TimeProvider clock, ILogger<HistorySweep> log) : BackgroundService
{
    private const int RowsAtOnce = 2_000;

    private const string OldRows = """
        DELETE FROM history_hours WHERE (target, hour) IN (SELECT target, hour FROM history_hours WHERE hour < $1 ORDER BY hour LIMIT $2)
        """;

    /// <summary>Takes away what is too old now and answers how many rows that were.</summary>
    public async Task<int> Sweep(CancellationToken cancel)
    {
        var oldest = HourPack.HourOf(clock.GetUtcNow().AddDays(-options.HistoryDays));
        var (gone, round) = (0, RowsAtOnce);
        while (round == RowsAtOnce)
        {
            round = await database.Write(writing => writing.Run(new Statement(OldRows, oldest, RowsAtOnce), cancel), cancel);
            gone += round;
        }

        var forgotten = Moment.Of(clock.GetUtcNow().AddDays(-options.HistoryDays));
        await database.Write(writing => writing.Run(new Statement("DELETE FROM target_latest WHERE seen_at < $1", forgotten), cancel), cancel);
        return gone;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first sweep waits past the busy minutes after a start, and falls at a random moment of an hour.
        var first = TimeSpan.FromMinutes(10 + Random.Shared.Next(60));
        try
        {
            for (var wait = first; ; wait = TimeSpan.FromDays(1))
            {
                await Task.Delay(wait, clock, stoppingToken);
                await Once(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task Once(CancellationToken stopping)
    {
        try
        {
            LogSwept(await Sweep(stopping), options.HistoryDays);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            LogNotSwept(database.Explain(e) ?? e.Message, e);
        }
    }

    [LoggerMessage(2003, LogLevel.Information, "Took away {rows} hours of history older than {days} days")]
    private partial void LogSwept(int rows, int days);

    [LoggerMessage(2004, LogLevel.Warning, "Old history could not be taken away and stays for another day: {reason}")]
    private partial void LogNotSwept(string reason, Exception failure);
}
