using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Monitor.Tests;

namespace Monitor.Soak.Tests;

/// <summary>The real server as a process of its own, on one data directory and one port through all its lives.</summary>
internal sealed class SiloProcess(string data, string sites, TimeProvider clock) : IAsyncDisposable
{
    private const int KeptLines = 200;
    private readonly Queue<string> _lines = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it and returns as soon as it answers /readyz.</summary>
    public async Task Start(CancellationToken cancel)
    {
        _process = Process.Start(Order()) ?? throw new InvalidOperationException("The silo did not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var started = clock.GetTimestamp();
        while (!await Answers(http, cancel))
        {
            Assert.False(_process.HasExited, $"The silo ended by itself:\n{LastWords()}");
            Assert.True(clock.GetElapsedTime(started) < TimeSpan.FromMinutes(2), $"The silo was not ready in two minutes:\n{LastWords()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
        }
    }

    /// <summary>kill −9: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (_process is not { } process)
        {
            return;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public string LastWords()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    public async ValueTask DisposeAsync() => await Kill();

    private ProcessStartInfo Order()
    {
        var order = new ProcessStartInfo(Binary()) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = data };
        string[] arguments =
        [
            "--urls", Address.ToString().TrimEnd('/'), $"--Store:Path={Path.Combine(data, "monitor.db")}",
            "--Region:Id=soak", "--Region:Name=Soak", "--sites", sites,
            "--Probes:AllowedNetworks:0=127.0.0.0/8",
        ];
        foreach (var argument in arguments)
        {
            order.ArgumentList.Add(argument);
        }

        order.Environment["MONITOR_ADMIN_PASSWORD"] = SignedIn.FirstPassword;
        return order;
    }

    /// <summary>The server built beside this suite: same edition, same configuration.</summary>
    private static string Binary()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, "Silo", here.Name, "Monitor.Silo");
    }

    private static async Task<bool> Answers(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative), cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private void Keep(string? line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line ?? "");
            while (_lines.Count > KeptLines)
            {
                _lines.Dequeue();
            }
        }
    }
}
