using System.Globalization;
using System.Net;

namespace Monitor.Soak.Tests;

/// <summary>
/// The server is killed at random moments while sites fail and recover and a person acknowledges, and its ledger is looked at after every restart.
/// MONITOR_SOAK_KILLS sets how often (5), MONITOR_SOAK_SEED repeats a run.
/// </summary>
public sealed class KillLoopTests(ITestOutputHelper output) : IDisposable
{
    private const int Sites = 300;

    /// <summary>How many sites change for the better and for the worse between two kills; few enough that the collector never takes itself for blind.</summary>
    private const int Broken = 10;

    private static readonly int Kills = Setting("MONITOR_SOAK_KILLS", 5);
    private readonly string _data = Directory.CreateTempSubdirectory("monitor-soak-").FullName;
    private readonly TimeProvider _clock = TimeProvider.System;

    [Fact]
    public async Task Killed_at_random_moments_under_load_it_loses_and_doubles_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        var seed = Setting("MONITOR_SOAK_SEED", Random.Shared.Next(1, 1_000_000));
        var chance = new Random(seed);
        output.WriteLine($"{Kills} kills, seed {seed}");

        await using var crowd = await Crowd.Start(Sites, _clock);
        var sites = Path.Combine(_data, "sites.csv");
        await File.WriteAllTextAsync(sites, crowd.Csv(), cancel);
        await using var silo = new SiloProcess(_data, sites, _clock);
        using var officer = new DutyOfficer(silo.Address);
        var book = new LedgerBook(Path.Combine(_data, "monitor.db"));

        await Begin(silo, crowd, officer, cancel);
        await book.CheckNewEpoch(cancel);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await WorkUntilKilled(silo, crowd, officer, chance, cancel);
            await Begin(silo, crowd, officer, cancel);
            await book.CheckNewEpoch(cancel);
            await book.Check(officer, cancel);
            await ResendWhatIsUnknown(officer, cancel);
            output.WriteLine($"kill {kill}: {book.Summary}, {officer.Done.Count} acknowledged");
        }

        await TruthIsOnTheDesk(crowd, officer, cancel);
        await ResendingChangesNothing(officer, book, cancel);
        await book.Check(officer, cancel);
        Assert.NotEmpty(officer.Done);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    private async Task Begin(SiloProcess silo, Crowd crowd, DutyOfficer officer, CancellationToken cancel)
    {
        await silo.Start(cancel);
        var ready = _clock.GetUtcNow();
        await officer.SignIn(cancel);
        await Until(() => crowd.NotSeenSince(ready) == 0, TimeSpan.FromSeconds(60), () => $"{crowd.NotSeenSince(ready)} sites were not polled again.", cancel);
        output.WriteLine($"all {crowd.Count} sites polled {(_clock.GetUtcNow() - ready).TotalSeconds:0.0} s after ready");
    }

    private async Task WorkUntilKilled(SiloProcess silo, Crowd crowd, DutyOfficer officer, Random chance, CancellationToken cancel)
    {
        foreach (var site in crowd.Down.OrderBy(_ => chance.Next()).Take(Math.Max(0, crowd.Down.Count - (2 * Broken))))
        {
            crowd.Repair(site);
        }

        for (var broken = 0; broken < Broken; broken++)
        {
            crowd.Break(chance.Next(Sites));
        }

        using var shift = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var work = officer.Work(chance, shift.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(500, 12_000)), _clock, cancel);
        await silo.Kill();
        await shift.CancelAsync();
        await work;
    }

    /// <summary>A command whose answer was lost is sent again with its key: it is carried out now, was carried out then, or the alarm has moved on.</summary>
    private static async Task ResendWhatIsUnknown(DutyOfficer officer, CancellationToken cancel)
    {
        foreach (var command in officer.Unknown.ToArray())
        {
            officer.Unknown.Remove(command);
            var before = await officer.CarriedOut(command.Key, cancel);
            var answer = await officer.Acknowledge(command, cancel);
            Assert.True(!before || answer == HttpStatusCode.OK, $"Command {command.Key} was carried out, yet sending it again answers {answer}.");
        }
    }

    /// <summary>When it is quiet, exactly the sites that are down have a standing alarm.</summary>
    private async Task TruthIsOnTheDesk(Crowd crowd, DutyOfficer officer, CancellationToken cancel)
    {
        string[] expected = [.. crowd.Down.Select(Crowd.Id).Order(StringComparer.Ordinal)];
        string[] standing = [];
        await Until(
            async () =>
            {
                var alarms = await officer.Alarms(cancel);
                standing = [.. alarms.Where(alarm => alarm.Standing).Select(alarm => alarm.Target).Distinct().Order(StringComparer.Ordinal)];
                return standing.SequenceEqual(expected);
            },
            TimeSpan.FromSeconds(150),
            () => $"Standing alarms and broken sites differ: missing {string.Join(',', expected.Except(standing))}, too many {string.Join(',', standing.Except(expected))}.",
            cancel);
    }

    private static async Task ResendingChangesNothing(DutyOfficer officer, LedgerBook book, CancellationToken cancel)
    {
        foreach (var command in officer.Done.TakeLast(20).ToArray())
        {
            Assert.Equal(HttpStatusCode.OK, await officer.Acknowledge(command, cancel));
            Assert.Equal(1, await book.EventsOf(command.Key, cancel));
        }
    }

    private Task Until(Func<bool> met, TimeSpan patience, Func<string> otherwise, CancellationToken cancel) =>
        Until(() => Task.FromResult(met()), patience, otherwise, cancel);

    private async Task Until(Func<Task<bool>> met, TimeSpan patience, Func<string> otherwise, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        while (!await met())
        {
            Assert.True(_clock.GetElapsedTime(started) < patience, otherwise());
            await Task.Delay(TimeSpan.FromMilliseconds(50), _clock, cancel);
        }
    }
}
