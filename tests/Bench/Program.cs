using System.Globalization;
using Monitor.Bench;

// Loopback only, bounded, self-ending. Ratios between things measured in the same run are what counts; absolute numbers belong to the machine.
using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(30), TimeProvider.System);
var (what, rest) = args is [var first, ..] ? (first, args[1..]) : ("all", []);
switch (what)
{
    case "measure":
        await Measured.Run(rest, limit.Token);
        return 0;
    case "crowd":
        await CrowdServer.Run(int.Parse(rest[0], CultureInfo.InvariantCulture), limit.Token);
        return 0;
    case "probe":
        await ProbeBench.Run(limit.Token);
        return 0;
    case "scale":
        await ScaleBench.Run([.. rest.Select(size => int.Parse(size, CultureInfo.InvariantCulture))], limit.Token);
        return 0;
    case "screen":
        await ScreenBench.Run(limit.Token);
        return 0;
    case "all":
        await ProbeBench.Run(limit.Token);
        await ScreenBench.Run(limit.Token);
        await ScaleBench.Run([], limit.Token);
        return 0;
    default:
        await Console.Error.WriteLineAsync($"unknown bench '{what}'; there are probe, scale [sites…], screen and all.");
        return 2;
}
