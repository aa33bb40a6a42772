using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Monitor.SampleSites.Faults;

/// <summary>A server made of bare sockets, one port per fault.</summary>
internal sealed class SocketFaults : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<SocketFault, TcpListener> _listeners = [];
    private readonly List<Task> _loops = [];

    public SocketFaults()
    {
        foreach (var fault in Enum.GetValues<SocketFault>())
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            _listeners[fault] = listener;
            _loops.Add(Serve(listener, fault));
        }
    }

    public int PortOf(SocketFault fault) => ((IPEndPoint)_listeners[fault].LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var listener in _listeners.Values)
        {
            listener.Dispose();
        }

        await Task.WhenAll(_loops);
        _stop.Dispose();
    }

    private async Task Serve(TcpListener listener, SocketFault fault)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(_stop.Token);
                _ = Misbehave(socket, fault);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task Misbehave(Socket socket, SocketFault fault)
    {
        using (socket)
        {
            try
            {
                var request = new byte[8192];
                _ = await socket.ReceiveAsync(request, _stop.Token);
                await Speak(socket, fault);
                if (fault is SocketFault.Reset or SocketFault.ResetMidBody)
                {
                    socket.LingerState = new LingerOption(true, 0);
                }
                else
                {
                    socket.Shutdown(SocketShutdown.Send);
                    _ = await socket.ReceiveAsync(request, _stop.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The visitor left first, or we stop.
            }
        }
    }

    private async Task Speak(Socket socket, SocketFault fault)
    {
        const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
        await Say(socket, fault switch
        {
            SocketFault.ResetMidBody or SocketFault.ShortBody => Ok + "Content-Length: 1000\r\n\r\n<html>" + new string('x', 494),
            SocketFault.HalfHeader => "HTTP/1.1 200 OK\r\nContent-Ty",
            SocketFault.BadChunk => Ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
            SocketFault.NotHttp => "220 mail.example ESMTP\r\n",
            SocketFault.OldStyle => "HTTP/1.0 200 OK\r\n\r\n<html><title>云岭市人民政府</title><p>云岭市</p></html>",
            SocketFault.EndlessHeaders => "HTTP/1.1 200 OK\r\n",
            _ => "",
        });
        for (var i = 0; fault == SocketFault.EndlessHeaders && i < 10_000; i++)
        {
            await Say(socket, $"X-Filler-{i}: {new string('x', 200)}\r\n");
        }
    }

    private async Task Say(Socket socket, string words)
    {
        if (words.Length > 0)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(words), _stop.Token);
        }
    }
}
