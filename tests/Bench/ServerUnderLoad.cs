using System.Globalization;
using Monitor.Tests;

namespace Monitor.Bench;

/// <summary>The real server as a process of its own, on an empty data directory, with a register to watch.</summary>
internal sealed class ServerUnderLoad : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("monitor-bench-").FullName;
    private readonly Child _process;

    private ServerUnderLoad(string csv)
    {
        Address = new Uri($"http://127.0.0.1:{Child.FreePort()}");
        var environment = new Dictionary<string, string> { ["MONITOR_ADMIN_PASSWORD"] = SignedIn.FirstPassword };
        _process = Child.Start(
            Places.Program("Silo"),
            [
                "--urls", Address.ToString().TrimEnd('/'), $"--Store:Path={Path.Combine(_data, "monitor.db")}", $"--Web:KeysPath={Path.Combine(_data, "keys")}",
                "--Region:Id=bench", "--Region:Name=Bench", "--sites", csv, "--Probes:AllowedNetworks:0=127.0.0.0/8", "--Probes:PerHost=256",
                "--Web:RequestsPerMinute=1000000", "--Web:AnonymousRequestsPerMinute=1000000", "--Logging:LogLevel:Default=Warning",
            ],
            environment);
    }

    public Uri Address { get; }

    public double CpuSeconds => _process.CpuSeconds();

    public long ResidentBytes => _process.ResidentBytes();

    /// <summary>Starts it and waits until it answers /readyz, at most five minutes.</summary>
    public static async Task<ServerUnderLoad> Start(string csv, CancellationToken cancel)
    {
        var server = new ServerUnderLoad(csv);
        using var http = new HttpClient { BaseAddress = server.Address };
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            if (server._process.Ended)
            {
                break;
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
        }

        var said = server._process.Said();
        server.Dispose();
        throw new InvalidOperationException($"The server was not ready:\n{said}");
    }

    /// <summary>Sum of all samples of a metric.</summary>
    public async Task<double> Metric(string name, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var text = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancel);
        return text.Split('\n')
            .Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is ' ' or '{')
            .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
