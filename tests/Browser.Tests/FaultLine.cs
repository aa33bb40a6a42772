using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.Browser.Tests;

/// <summary>How a line treats what goes over it.</summary>
internal enum Trouble
{
    /// <summary>Everything passes.</summary>
    None,

    /// <summary>New connections are closed at once; those that stand are left alone.</summary>
    Refuse,

    /// <summary>Nothing moves and nothing is closed; what was sent arrives after the thaw.</summary>
    Freeze,

    /// <summary>New connections are accepted and never answered; those that stand are left alone.</summary>
    Hang,

    /// <summary>Only WebSockets are refused, as some proxies do.</summary>
    NoWebSockets,
}

/// <summary>A TCP line to a server that fails on request: the network's faults, which a browser's own switches do not show.</summary>
internal sealed class FaultLine : IAsyncDisposable
{
    private readonly Uri target;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly List<TcpClient> open = [];
    private readonly Lock gate = new();
    private readonly Task accepting;
    private TaskCompletionSource thawed = Passed();
    private volatile Trouble trouble;
    private int attempts;

    public FaultLine(Uri target)
    {
        this.target = target;
        listener.Start();
        Address = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = Accept();
    }

    public Uri Address { get; }

    /// <summary>Connections tried since the start, whatever became of them.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>Changes what the line does from now on.</summary>
    public void Fail(Trouble next)
    {
        lock (gate)
        {
            trouble = next;
            if (next == Trouble.Freeze)
            {
                thawed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else
            {
                thawed.TrySetResult();
            }
        }
    }

    public void Heal() => Fail(Trouble.None);

    /// <summary>Cuts every connection that stands.</summary>
    public void Cut()
    {
        lock (gate)
        {
            open.ForEach(client => client.Dispose());
            open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        Heal();
        listener.Stop();
        Cut();
        await accepting;
        ended.Dispose();
    }

    private static TaskCompletionSource Passed()
    {
        var passed = new TaskCompletionSource();
        passed.SetResult();
        return passed;
    }

    private async Task Accept()
    {
        while (!ended.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(ended.Token);
                Interlocked.Increment(ref attempts);
                _ = Serve(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var near = client;
        Hold(near);
        if (trouble == Trouble.Refuse)
        {
            return;
        }

        if (trouble == Trouble.Hang)
        {
            await Quietly(() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ended.Token));
            return;
        }

        await Quietly(() => Join(near));
    }

    private async Task Join(TcpClient near)
    {
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, target.Port, ended.Token);
        Hold(far);
        near.NoDelay = far.NoDelay = true;
        await Task.WhenAny(Pump(near, far, fromBrowser: true), Pump(far, near, fromBrowser: false));
    }

    private async Task Pump(TcpClient from, TcpClient to, bool fromBrowser)
    {
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer, ended.Token) is var read and > 0)
        {
            await thawed.Task;
            if (fromBrowser && trouble == Trouble.NoWebSockets && AsksForSocket(buffer.AsSpan(0, read)))
            {
                return;
            }

            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), ended.Token);
        }
    }

    private static bool AsksForSocket(ReadOnlySpan<byte> sent) => Encoding.ASCII.GetString(sent).StartsWith("GET /live", StringComparison.Ordinal);

    private void Hold(TcpClient client)
    {
        lock (gate)
        {
            open.Add(client);
        }
    }

    /// <summary>Ends of connections come as exceptions of many kinds; here they are what was asked for.</summary>
    private static async Task Quietly(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The connection is over.
        }
    }
}
