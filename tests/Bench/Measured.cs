using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Monitor.Bench;

/// <summary>
/// The measured side of the probe bench, in a process of its own so that its CPU time is that of probing alone:
/// <c>measure bare|http|page|changing URL WORD COUNT WIDTH</c>. Prints CPU milliseconds and seconds on the wall.
/// </summary>
internal static class Measured
{
    public static async Task Run(string[] args, CancellationToken cancel)
    {
        var (kind, page, word) = (args[0], new Uri(args[1]), args[2]);
        var (count, width) = (int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
        using var prober = kind == "bare" ? null : new OwnProber(page, word, kind);
        using var bare = new BareLoop();
        var bytes = Encoding.UTF8.GetBytes(word);
        Func<int, Task<bool>> look = prober is null ? _ => bare.Look(page, bytes, cancel) : _ => prober.Look(cancel);

        // What a process pays once (compiling, first connections) is not what a probe costs.
        await Load.Run(count, width, look);
        var (cpu, wall) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var good = await Load.Run(count, width, look);
        var used = Environment.CpuUsage.TotalTime - cpu;
        if (good != count)
        {
            throw new InvalidOperationException($"{count - good} of {count} looks did not see the page as good.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measured {used.TotalMilliseconds} {wall.Elapsed.TotalSeconds}"));
    }
}
