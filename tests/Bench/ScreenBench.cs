using System.Globalization;
using Monitor.Tests;

namespace Monitor.Bench;

/// <summary>From the verdict, through the ledger, to 200 connected screens: how old a change is when it arrives.</summary>
internal static class ScreenBench
{
    private const int Screens = 200;
    private const int Sites = 400;
    private const int Every = 10;

    /// <summary>Sites that change at the same time; few enough that the collector does not take itself for blind.</summary>
    private const int Wave = 40;

    public static async Task Run(CancellationToken cancel)
    {
        using var crowd = await Crowd.Start(Sites, cancel);
        using var server = await ServerUnderLoad.Start(crowd.Register(Every), cancel);
        using var session = await SignedIn.At(server.Address, cancel);
        var screens = new List<LiveScreen>();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        for (var screen = 0; screen < Screens; screen++)
        {
            screens.Add(await LiveScreen.Connect(session, cancel));
        }

        var watching = screens.Select(screen => screen.Watch(over.Token)).ToArray();
        await Waves(crowd, cancel);
        await over.CancelAsync();
        await Task.WhenAll(watching);
        Write(screens);
        screens.ForEach(screen => screen.Dispose());
    }

    /// <summary>Sites go and come back; each time there is a re-check before the verdict, so a wave takes its time.</summary>
    private static async Task Waves(Crowd crowd, CancellationToken cancel)
    {
        for (var wave = 0; wave < 3; wave++)
        {
            for (var site = 0; site < Wave; site++)
            {
                await crowd.Break((wave * Wave) + site, cancel);
            }

            await Task.Delay(TimeSpan.FromSeconds(45), TimeProvider.System, cancel);
            for (var site = 0; site < Wave; site++)
            {
                await crowd.Repair((wave * Wave) + site, cancel);
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(45), TimeProvider.System, cancel);
    }

    private static void Write(List<LiveScreen> screens)
    {
        var ages = screens.SelectMany(screen => screen.Ages).Order().ToArray();
        var per = screens.Select(screen => screen.Ages.Count).ToArray();
        var report = new Report($"screen-{Places.Edition}", "screens", "changes per screen", "p50 ms", "p95 ms", "p99 ms", "longest ms");
        if (ages.Length == 0)
        {
            throw new InvalidOperationException("No change reached any screen.");
        }

        report.Row(
            screens.Count.ToString(CultureInfo.InvariantCulture),
            per.Min() == per.Max() ? per.Min().ToString(CultureInfo.InvariantCulture) : $"{per.Min()}–{per.Max()}",
            Report.Digits(At(0.50)), Report.Digits(At(0.95)), Report.Digits(At(0.99)), Report.Digits(ages[^1]));
        report.Note($"{Places.Edition} edition; from the moment the desk judged to the arrival at the client (SignalR's JSON protocol over WebSocket), saving to the ledger included. Aim: p99 at most 1,000 ms.");
        report.Write();

        double At(double share) => ages[(int)Math.Min(ages.Length - 1, share * ages.Length)];
    }
}
