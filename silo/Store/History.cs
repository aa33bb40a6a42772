using Monitor.Grains;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Store;

/// <summary>Keeps what was measured: looks wait in memory for at most a second and reach the disk together.</summary>
internal sealed partial class History : BackgroundService, IHistory
{
    private const int MostAtOnce = 20_000;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly StoreInstruments instruments;
    private readonly ILogger<History> log;
    private readonly HistoryBuffer buffer;

    public History(Database database, StoreOptions options, TimeProvider clock, StoreInstruments instruments, ILogger<History> log)
    {
        (this.database, this.clock, this.instruments, this.log) = (database, clock, instruments, log);
        buffer = new(options.HistoryBuffer);
        instruments.Watch(buffer);
    }

    public void Append(string target, Sample sample, TargetLatest latest) => buffer.Add(new(target, sample, latest));

    public async Task<IReadOnlyList<Sample>> Read(string target, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        // Memory first: what is written in between is then read twice, and never missed.
        var held = buffer.Of(target);
        var rows = await database.Read(
            new("SELECT hour, packed FROM history_hours WHERE target = $1 AND hour >= $2 AND hour <= $3",
                target, HourPack.HourOf(from), HourPack.HourOf(until)),
            row => HourPack.Read(row.GetFieldValue<byte[]>(1), row.GetInt32(0)), cancel);
        return [.. rows.SelectMany(r => r).Concat(held.Select(ToMilliseconds)).Distinct()
            .Where(s => from <= s.At && s.At <= until).OrderBy(s => s.At)];
    }

    /// <summary>Writes everything held now.</summary>
    public async Task Flush(CancellationToken cancel)
    {
        for (var next = buffer.Next(MostAtOnce); next.Count > 0; next = buffer.Next(MostAtOnce))
        {
            var started = clock.GetTimestamp();
            await HistoryWrite.Write(database, next, log, cancel);
            buffer.Written();
            instruments.HistoryWritten(next.Count, clock.GetElapsedTime(started));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Flush(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        while (await NextBeat(beat, stoppingToken))
        {
            try
            {
                await Flush(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotWritten(buffer.Count, database.Explain(e) ?? e.Message, e);
            }
        }
    }

    private static async Task<bool> NextBeat(PeriodicTimer beat, CancellationToken stopping)
    {
        try
        {
            return await beat.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static Sample ToMilliseconds(Sample sample) =>
        sample with { At = DateTimeOffset.FromUnixTimeMilliseconds(Moment.Of(sample.At)) };
}
