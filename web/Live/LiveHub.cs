using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Monitor.Grains;
using Monitor.Web.Access;
using Monitor.Web.Wire;

namespace Monitor.Web.Live;

/// <summary>The door screens come in by. It has no methods to call: commands go by HTTP, where they are answered, audited and safe to repeat.</summary>
[Authorize(Roles.Viewer)]
internal sealed class LiveHub(LiveClients clients, DeskDoor desk, WebOptions options) : Hub
{
    public override async Task OnConnectedAsync()
    {
        // Known to the broadcaster first: a change between this line and the pulse is sent, not missed.
        var client = new LiveClient(Context.ConnectionId, Context.User!, Clients.Caller, Context.Abort, options.LiveQueue);
        clients.Add(client);
        _ = client.Pump(Context.ConnectionAborted);
        if (await TryPulse() is { } pulse)
        {
            client.Tell("pulse", Frame.Of(pulse));
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        clients.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    private async Task<DeskPulse?> TryPulse()
    {
        try
        {
            return await desk.Pulse(Context.ConnectionAborted);
        }
        catch (Exception)
        {
            // No pulse is the truth: the screen stays stale until the desk answers, or has left already.
            return null;
        }
    }
}
