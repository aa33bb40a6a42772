using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Monitor.Tests;

namespace Monitor.Bench;

/// <summary>One connected screen: SignalR's JSON protocol over a bare WebSocket, noting how old each change is when it arrives.</summary>
internal sealed class LiveScreen : IDisposable
{
    private const byte RecordEnd = 0x1e;
    private readonly ClientWebSocket _socket = new();

    /// <summary>Age of each change at arrival, in milliseconds.</summary>
    public List<double> Ages { get; } = [];

    public static async Task<LiveScreen> Connect(SignedIn session, CancellationToken cancel)
    {
        var screen = new LiveScreen();
        screen._socket.Options.Cookies = session.Cookies;
        screen._socket.Options.SetRequestHeader("Origin", session.Address.ToString().TrimEnd('/'));
        var address = new UriBuilder(session.Address) { Scheme = "ws", Path = "/live" }.Uri;
        await screen._socket.ConnectAsync(address, cancel);
        await screen._socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, cancel);
        return screen;
    }

    /// <summary>Reads until the socket ends or the token does.</summary>
    public async Task Watch(CancellationToken until)
    {
        var waiting = new ArrayBufferWriter<byte>();
        try
        {
            while (_socket.State == WebSocketState.Open)
            {
                var part = await _socket.ReceiveAsync(waiting.GetMemory(16 * 1024), until);
                waiting.Advance(part.Count);
                if (waiting.WrittenCount > 0 && waiting.WrittenSpan[^1] == RecordEnd)
                {
                    Read(waiting.WrittenMemory);
                    waiting.ResetWrittenCount();
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The measurement is over.
        }
    }

    public void Dispose() => _socket.Dispose();

    private void Read(ReadOnlyMemory<byte> records)
    {
        var now = TimeProvider.System.GetUtcNow();
        while (records.Span.IndexOf(RecordEnd) is >= 0 and var end)
        {
            using var record = JsonDocument.Parse(records[..end]);
            records = records[(end + 1)..];
            if (record.RootElement.TryGetProperty("target", out var target) && target.GetString() == "changed")
            {
                foreach (var change in record.RootElement.GetProperty("arguments")[0].EnumerateArray())
                {
                    Ages.Add((now - change.GetProperty("at").GetDateTimeOffset()).TotalMilliseconds);
                }
            }
        }
    }
}
