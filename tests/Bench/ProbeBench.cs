using System.Diagnostics;
using System.Globalization;

namespace Monitor.Bench;

/// <summary>CPU per probe: ours against a bare loop and against blackbox_exporter, on the same page, with the same width, in the same run.</summary>
internal static class ProbeBench
{
    private const int Count = 10_000;
    private const int Width = 16;
    private const int Rounds = 3;
    private const string Word = "政务公开";
    private static readonly string[] Kinds = ["bare", "http", "page", "changing"];

    public static async Task Run(CancellationToken cancel)
    {
        using var crowd = await Crowd.Start(1, cancel);
        var page = crowd.Page(0);
        using var blackbox = await Blackbox.Start(page, Word, cancel);
        var costs = new Dictionary<string, List<Cost>>();

        // Turn by turn, so that a slow moment of the machine falls on all of them.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var kind in Kinds)
            {
                Add(kind, await Ours(kind, page, cancel));
            }

            if (blackbox is not null)
            {
                Add("blackbox", await Theirs(blackbox, cancel));
            }
        }

        Write(costs, blackbox is not null);

        void Add(string kind, Cost cost) => (costs.TryGetValue(kind, out var list) ? list : costs[kind] = []).Add(cost);
    }

    private static async Task<Cost> Ours(string kind, Uri page, CancellationToken cancel)
    {
        var number = (int value) => value.ToString(CultureInfo.InvariantCulture);
        using var child = Child.Start(Places.Self, ["measure", kind, page.ToString(), Word, number(Count), number(Width)]);
        var said = await child.ToEnd(cancel);
        var words = said.Split('\n').Last(line => line.StartsWith("measured ", StringComparison.Ordinal)).Split(' ');
        return new Cost(
            double.Parse(words[1], CultureInfo.InvariantCulture) / Count,
            Count / double.Parse(words[2], CultureInfo.InvariantCulture));
    }

    private static async Task<Cost> Theirs(Blackbox blackbox, CancellationToken cancel)
    {
        await Load.Run(Count / 2, Width, _ => blackbox.Look(cancel));
        var (cpu, wall) = (blackbox.CpuSeconds, Stopwatch.StartNew());
        var good = await Load.Run(Count, Width, _ => blackbox.Look(cancel));
        return good == Count
            ? new Cost((blackbox.CpuSeconds - cpu) * 1000 / Count, Count / wall.Elapsed.TotalSeconds)
            : throw new InvalidOperationException($"blackbox_exporter saw {Count - good} of {Count} looks as failed.");
    }

    private static void Write(Dictionary<string, List<Cost>> costs, bool withBlackbox)
    {
        var median = costs.ToDictionary(pair => pair.Key, pair => pair.Value.OrderBy(cost => cost.CpuMs).ElementAt(Rounds / 2));
        var (bare, theirs) = (median["bare"].CpuMs, median.GetValueOrDefault("blackbox")?.CpuMs);
        var report = new Report("probe", "what", "CPU ms per probe", "probes/s", "× bare loop", "× blackbox_exporter");
        foreach (var (kind, cost) in median)
        {
            report.Row(
                Names[kind], Report.Digits(cost.CpuMs), Report.Digits(cost.PerSecond), Report.Digits(cost.CpuMs / bare),
                theirs is { } other ? Report.Digits(cost.CpuMs / other) : "–");
        }

        report.Note($"{Count} probes, {Width} at a time, a new connection each, median of {Rounds} rounds; every process measured by its own CPU time.");
        report.Note(withBlackbox
            ? "Aims: an availability probe costs at most 1.5 × the bare loop and 0.25 × blackbox_exporter."
            : "prometheus-blackbox-exporter is not installed here, so there is nothing to compare with (apt-get install prometheus-blackbox-exporter).");
        report.Write();
    }

    private static readonly Dictionary<string, string> Names = new()
    {
        ["bare"] = "bare HttpClient loop",
        ["http"] = "Monitor, availability",
        ["page"] = "Monitor, page unchanged since last read",
        ["changing"] = "Monitor, page read every time",
        ["blackbox"] = "blackbox_exporter, body matched",
    };

    private sealed record Cost(double CpuMs, double PerSecond);
}
