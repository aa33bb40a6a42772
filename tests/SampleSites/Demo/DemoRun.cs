using System.Globalization;

namespace Monitor.SampleSites.Demo;

/// <summary>The demo as a program: starts the town, writes what Monitor needs to watch it, and plays until it is stopped.</summary>
internal static class DemoRun
{
    public static async Task<int> Run(string[] args)
    {
        if (Usage.Read(args, "--port", "--seed", "--csv", "--roots") is not { } options)
        {
            return 2;
        }

        if (Number(options, "--port", 5090) is not { } port || port < 1 || port > 65_000 || Number(options, "--seed", 0) is not { } seed || seed < 0)
        {
            return Usage.Print("--port must be 1 to 65000, --seed 0 or more.");
        }

        await using var town = new DemoServer(port, seed, TimeProvider.System);
        try
        {
            await town.Start();
        }
        catch (IOException e)
        {
            Console.Error.WriteLine($"The sample sites need {DemoTown.Sites.Count} free ports from {port} on; choose others with --port. {e.Message}");
            return 1;
        }

        await Tell(town, options);
        await town.Stopped();
        return 0;
    }

    private static async Task Tell(DemoServer town, Dictionary<string, string> options)
    {
        if (options.TryGetValue("--roots", out var roots))
        {
            await File.WriteAllTextAsync(roots, town.RootsPem);
        }

        // The list comes last: whoever waits for it may start at once.
        var csv = SitesCsv.Of(DemoTown.Sites, town.Url);
        if (options.TryGetValue("--csv", out var path))
        {
            await SitesCsv.Write(path, csv);
            Console.WriteLine($"{DemoTown.Sites.Count} sample sites on loopback, listed in {path}");
        }
        else
        {
            Console.Write(csv);
        }
    }

    private static int? Number(Dictionary<string, string> options, string key, int otherwise) =>
        !options.TryGetValue(key, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
