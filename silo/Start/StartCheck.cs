using System.Net;
using System.Net.Sockets;
using Monitor.Silo.Probes;
using Monitor.Silo.Store;
using Monitor.Silo.Watching;
using Monitor.Web;

namespace Monitor.Silo.Start;

/// <summary>Looks at everything that can be wrong before a start, and names all of it at once.</summary>
internal static class StartCheck
{
    /// <summary>The process ends with this when it could not start because of its settings or its machine.</summary>
    public const int BadStart = 2;

    /// <summary>One sentence per fault; empty when the start may go on.</summary>
    public static async Task<IReadOnlyList<string>> FindFaults(IConfiguration configuration)
    {
        var faults = new List<string>(KnownKeys.FindUnknown(configuration));
        var region = Read<RegionOptions>(configuration, "Region", faults);
        var probes = Read<ProbeOptions>(configuration, "Probes", faults);
        var web = Read<WebOptions>(configuration, "Web", faults);
        var cluster = Read<ClusterSettings>(configuration, ClusterSettings.Section, faults);
        var store = Read<StoreOptions>(configuration, "Store", faults);
        faults.AddRange([.. region.Faults(), .. probes.Faults(), .. web.Faults(), .. store.Faults(), .. cluster.Faults()]);
        faults.AddRange(await StoreCheck.FindFaults(store, CancellationToken.None));
        faults.AddRange(new[] { SitesFile.Fault(configuration["sites"]) }.OfType<string>());
        faults.AddRange(Addresses(configuration).SelectMany(PortFaults));
        return faults;
    }

    public static async Task<int> Tell(IReadOnlyList<string> faults, TextWriter console)
    {
        await console.WriteLineAsync($"Monitor cannot start; {faults.Count} thing(s) to put right:");
        foreach (var fault in faults)
        {
            await console.WriteLineAsync($"  - {fault}");
        }

        return BadStart;
    }

    /// <summary>A value of the wrong kind (a word where a number belongs) is a fault like any other, not a stack trace.</summary>
    private static T Read<T>(IConfiguration configuration, string section, List<string> faults)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException wrong)
        {
            faults.Add($"{section}: {wrong.Message} {wrong.InnerException?.Message}".TrimEnd());
            return new T();
        }
    }

    private static string[] Addresses(IConfiguration configuration) =>
        (configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> PortFaults(string address)
    {
        if (!Uri.TryCreate(address.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url))
        {
            return [$"urls holds '{address}', which is no address; write for example http://localhost:5080."];
        }

        return url.Port != 0 && IsTaken(url)
            ? [$"Port {url.Port} is taken by another program; choose another with --port (run.sh) or --urls."]
            : [];
    }

    private static bool IsTaken(Uri url)
    {
        var address = IPAddress.TryParse(url.Host, out var literal) ? literal : IPAddress.Loopback;
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As Kestrel binds on Linux: an address still cooling down after a kill is free to us.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(address, url.Port));
            socket.Listen();
            return false;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }
}
