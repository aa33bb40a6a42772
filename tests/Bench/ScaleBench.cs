using System.Diagnostics;
using System.Globalization;
using Monitor.Tests;

namespace Monitor.Bench;

/// <summary>The whole server with more and more sites: probes a second, how late they start, CPU per probe, memory per target.</summary>
internal static class ScaleBench
{
    public static async Task Run(int[] sizes, CancellationToken cancel)
    {
        sizes = sizes.Length > 0 ? sizes : [1_000, 10_000, 50_000];
        var report = new Report($"scale-{Places.Edition}", "sites", "every", "probes/s wanted", "probes/s made", "lag p99 ms", "CPU ms per probe", "cores used", "RSS MiB", "KiB per site");
        var empty = await Measure(1, 60, cancel);
        foreach (var size in sizes)
        {
            // Two cores do not make more than a few hundred whole probes a second beside the server that plays the sites.
            var every = size <= 10_000 ? 60 : 300;
            var run = await Measure(size, every, cancel);
            report.Row(
                size.ToString("N0", CultureInfo.InvariantCulture), $"{every} s", Report.Digits((double)size / every), Report.Digits(run.PerSecond), Report.Digits(run.LagMs),
                Report.Digits(run.CpuMs), Report.Digits(run.PerSecond * run.CpuMs / 1000), Report.Digits(run.Resident / 1048576.0),
                Report.Digits((run.Resident - empty.Resident) / 1024.0 / size));
        }

        report.Note($"{Places.Edition} edition, page probes over loopback, whole rounds measured after every site was seen once; the sites are played by another process on the same {Environment.ProcessorCount} cores. Memory is the whole process less the process with one site.");
        report.Write();
    }

    private static async Task<Figures> Measure(int sites, int every, CancellationToken cancel)
    {
        using var crowd = await Crowd.Start(sites, cancel);
        using var server = await ServerUnderLoad.Start(crowd.Register(every), cancel);
        await SeenOnce(server, sites, every, cancel);
        using var session = await SignedIn.At(server.Address, cancel);

        var (cpu, probes, watch) = (server.CpuSeconds, await server.Metric("gov_probes_total", cancel), Stopwatch.StartNew());
        double lag = 0;

        // Whole rounds: first looks follow a start closely, so a part of a round would count too many or too few.
        var window = TimeSpan.FromSeconds(every <= 60 ? 2 * every : every);
        while (watch.Elapsed < window && sites > 1)
        {
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancel);
            lag = Math.Max(lag, await Lag(session, cancel));
        }

        var made = await server.Metric("gov_probes_total", cancel) - probes;
        return new Figures(made / watch.Elapsed.TotalSeconds, lag, (server.CpuSeconds - cpu) * 1000 / Math.Max(1, made), server.ResidentBytes);
    }

    private static async Task SeenOnce(ServerUnderLoad server, int sites, int every, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        while (await server.Metric("gov_probes_total", cancel) < sites)
        {
            if (watch.Elapsed.TotalSeconds > every + 300)
            {
                throw new InvalidOperationException($"Not every one of {sites} sites was seen within {every + 300} s.");
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancel);
        }
    }

    /// <summary>How late probes start by the collectors' own life sign: p99 of the last minute.</summary>
    private static async Task<double> Lag(SignedIn session, CancellationToken cancel)
    {
        var snapshot = await session.Get("/api/live/snapshot", cancel);
        return snapshot.GetProperty("pulse").GetProperty("collectors").EnumerateArray()
            .Select(collector => collector.GetProperty("lagMs").GetDouble()).DefaultIfEmpty(double.NaN).Max();
    }

    private sealed record Figures(double PerSecond, double LagMs, double CpuMs, long Resident);
}
