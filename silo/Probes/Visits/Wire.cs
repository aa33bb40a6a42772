using System.Collections.Concurrent;

namespace Monitor.Silo.Probes.Visits;

/// <summary>
/// HTTP over one given connection at a time. A shared handler would not do: its pool may hand one probe's connection to another
/// probe of the same host, and with it the wrong times, address and certificate. A new handler per hop costs a third of the probe.
/// So handlers are lent: one hop uses one alone, and what did not end in good order is thrown away.
/// </summary>
internal sealed class Wire : IDisposable
{
    /// <summary>The only host a handler ever sees, so that it keeps one pool and not one per target; the true one stands in the Host header.</summary>
    private const string Anyone = "http://target";

    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    private readonly HttpMessageInvoker _http;
    private Stream? _given;

    private Wire() => _http = new(new SocketsHttpHandler
    {
        ConnectCallback = (_, _) => Interlocked.Exchange(ref _given, null) is { } stream
            ? ValueTask.FromResult(stream)
            : ValueTask.FromException<Stream>(new IOException("the connection was closed before the answer")),
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = AtOnce,
        MaxResponseDrainSize = 0,
        MaxResponseHeadersLength = 64,
        ActivityHeadersPropagator = null,
    });

    /// <summary>The address to put into a request for this URL.</summary>
    public static Uri Address(Uri url) => new(Anyone + url.PathAndQuery);

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, Stream over, CancellationToken cancel)
    {
        _given = over;
        return _http.SendAsync(request, cancel);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The wires not in use.</summary>
    internal sealed class Box : IDisposable
    {
        private readonly ConcurrentBag<Wire> _free = [];

        public Wire Take() => _free.TryTake(out var wire) ? wire : new();

        /// <summary>Gives one back whose answer was read to its end.</summary>
        public void Return(Wire wire) => _free.Add(wire);

        public void Dispose()
        {
            while (_free.TryTake(out var wire))
            {
                wire.Dispose();
            }
        }
    }
}
