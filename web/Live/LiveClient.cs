using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Monitor.Web.Wire;

namespace Monitor.Web.Live;

/// <summary>One screen: a bounded queue and a pump of its own. Whoever tells it something never waits for it.</summary>
internal sealed class LiveClient(string id, ClaimsPrincipal user, ISingleClientProxy screen, Action abort, int most)
{
    private readonly Channel<(string Method, Frame Frame)> queue = Channel.CreateBounded<(string, Frame)>(
        new BoundedChannelOptions(most) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    public string Id => id;

    public ClaimsPrincipal User => user;

    /// <summary>False when the queue is full: the screen is too slow and must be cut.</summary>
    public bool Tell(string method, Frame frame) => queue.Writer.TryWrite((method, frame));

    /// <summary>Ends the connection; the screen will connect anew and fill what it missed by itself.</summary>
    public void Cut() => abort();

    /// <summary>Sends what is queued until the connection ends.</summary>
    public async Task Pump(CancellationToken gone)
    {
        try
        {
            await foreach (var (method, frame) in queue.Reader.ReadAllAsync(gone))
            {
                await screen.SendAsync(method, frame, gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The screen left; that is how every connection ends.
        }
    }
}
