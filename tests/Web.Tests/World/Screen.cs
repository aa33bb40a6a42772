using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Monitor.Web.Tests.World;

/// <summary>A screen on the live feed, speaking SignalR's JSON protocol by hand.</summary>
internal sealed class Screen : IDisposable
{
    private const char End = '\u001e';
    private readonly WebSocket socket;
    private readonly Queue<JsonElement> waiting = new();
    private string rest = "";

    private Screen(WebSocket socket) => this.socket = socket;

    public static async Task<Screen> Open(WebSocket socket)
    {
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}" + End), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var screen = new Screen(socket);
        await screen.Read();
        screen.waiting.Dequeue();
        return screen;
    }

    /// <summary>The argument of the next message of this method; others are passed over.</summary>
    public async Task<JsonElement> Next(string method)
    {
        while (true)
        {
            while (waiting.TryDequeue(out var message))
            {
                if (message.TryGetProperty("target", out var target) && target.GetString() == method)
                {
                    return message.GetProperty("arguments")[0];
                }
            }

            await Read();
        }
    }

    /// <summary>Sequence numbers as they arrive, until this one.</summary>
    public async Task<List<long>> SequenceUntil(long last)
    {
        List<long> seen = [];
        while (seen.Count == 0 || seen[^1] < last)
        {
            seen.AddRange((await Next("changed")).EnumerateArray().Select(e => e.GetProperty("seq").GetInt64()));
        }

        return seen;
    }

    public void Dispose() => socket.Dispose();

    private async Task Read()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
        if (received.MessageType == WebSocketMessageType.Close)
        {
            throw new InvalidOperationException("The live feed was closed.");
        }

        rest += Encoding.UTF8.GetString(buffer, 0, received.Count);
        var parts = rest.Split(End);
        rest = parts[^1];
        foreach (var part in parts[..^1])
        {
            waiting.Enqueue(JsonDocument.Parse(part).RootElement);
        }
    }
}
