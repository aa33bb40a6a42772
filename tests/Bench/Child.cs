using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Monitor.Bench;

/// <summary>A process this bench started and ends, with what the kernel counted for it.</summary>
internal sealed class Child : IDisposable
{
    /// <summary>Linux counts CPU in hundredths of a second for user programs, whatever the kernel's own tick is.</summary>
    private const double TicksPerSecond = 100;

    private readonly Process _process;
    private readonly Queue<string> _lines = new();

    private Child(Process process) => _process = process;

    public int Id => _process.Id;

    public bool Ended => _process.HasExited;

    public static Child Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var order = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            order.Environment[name] = value;
        }

        var child = new Child(Process.Start(order) ?? throw new InvalidOperationException($"{program} did not start."));
        child._process.OutputDataReceived += (_, line) => child.Keep(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Keep(line.Data);
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>User and system CPU time so far, in seconds, from /proc/pid/stat.</summary>
    public double CpuSeconds()
    {
        // The program's name stands in brackets and may hold spaces; what is counted starts after it.
        var stat = File.ReadAllText($"/proc/{Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    /// <summary>Memory held in RAM now, in bytes.</summary>
    public long ResidentBytes()
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return (long)Number(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }

    public string Said()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }

    public async Task<string> ToEnd(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode == 0 ? Said() : throw new InvalidOperationException($"A measured process failed:\n{Said()}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit(5000);
        }

        _process.Dispose();
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void Keep(string? line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line ?? "");
            while (_lines.Count > 200)
            {
                _lines.Dequeue();
            }
        }
    }
}
