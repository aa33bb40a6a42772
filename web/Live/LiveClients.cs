using System.Collections.Concurrent;
using System.Diagnostics;
using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Web.Wire;

namespace Monitor.Web.Live;

/// <summary>The screens connected to this node. Each message is written as JSON once, however many there are.</summary>
internal sealed class LiveClients(WebInstruments instruments, ILogger<LiveClients> log)
{
    /// <summary>Changes per message: keeps one message near 100 KB, so a storm flows instead of blocking.</summary>
    private const int PerMessage = 100;

    private readonly ConcurrentDictionary<string, LiveClient> clients = new();

    public IEnumerable<LiveClient> All => clients.Values;

    public void Add(LiveClient client)
    {
        clients[client.Id] = client;
        instruments.LiveClients.Add(1);
    }

    public void Remove(string id)
    {
        if (clients.TryRemove(id, out _))
        {
            instruments.LiveClients.Add(-1);
        }
    }

    public void Pulse(DeskPulse pulse) => Tell("pulse", Frame.Of(pulse));

    public void Changed(IReadOnlyList<DeskEvent> events)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var part in events.Chunk(PerMessage))
        {
            Tell("changed", Frame.Of(part));
        }

        instruments.LiveEvents.Add(events.Count);
        instruments.LiveFanout.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private void Tell(string method, Frame frame)
    {
        foreach (var client in clients.Values.Where(client => !client.Tell(method, frame)))
        {
            Remove(client.Id);
            instruments.LiveDropped.Add(1);
            log.ScreenTooSlow(client.Id, client.User.Identity?.Name ?? "");
            client.Cut();
        }
    }
}
