using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Monitor.SampleSites.Faults;

namespace Monitor.SampleSites;

/// <summary>One request as it came.</summary>
public sealed record SampleRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>A real server on loopback that does wrong on demand. Every port is its own; several may run at once.</summary>
public sealed class SampleServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SocketFaults _sockets = new();
    private readonly Certificates _certificates;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _arrivals = [];
    private readonly Dictionary<SampleCertificate, ListenOptions> _secure = [];
    private ListenOptions? _plain;

    private SampleServer(TimeProvider clock)
    {
        _certificates = new(clock.GetUtcNow());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(Listen);
        _app = builder.Build();
        var faults = new HttpFaults(clock);
        _app.Run(context =>
        {
            Note(context.Request);
            return faults.Answer(context);
        });
    }

    /// <summary>Every request so far, oldest first.</summary>
    public ConcurrentQueue<SampleRequest> Requests { get; } = [];

    /// <summary>The authority behind the good, expired and misnamed certificates.</summary>
    public string RootsPem => _certificates.RootsPem;

    public static async Task<SampleServer> Start(TimeProvider? clock = null)
    {
        var server = new SampleServer(clock ?? TimeProvider.System);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Plain HTTP; see <see cref="HttpFaults"/> for the paths.</summary>
    public string Http(string path, string host = "127.0.0.1") => $"http://{host}:{Port(_plain!)}{path}";

    /// <summary>HTTPS with a certificate of this kind, for localhost.</summary>
    public string Https(SampleCertificate certificate, string path = "/good") => $"https://localhost:{Port(_secure[certificate])}{path}";

    /// <summary>A bare socket that misbehaves.</summary>
    public string Socket(SocketFault fault, string scheme = "http") => $"{scheme}://127.0.0.1:{_sockets.PortOf(fault)}/";

    /// <summary>Done when a request for this path has come in.</summary>
    public Task Arrived(string path) => Arrival(path).Task;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _sockets.DisposeAsync();
        _certificates.Dispose();
    }

    private void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.AllowSynchronousIO = false;
        kestrel.Listen(IPAddress.Loopback, 0, plain => _plain = plain);
        foreach (var kind in Enum.GetValues<SampleCertificate>())
        {
            kestrel.Listen(IPAddress.Loopback, 0, secure =>
            {
                _secure[kind] = secure;
                secure.UseHttps(_certificates.Of(kind));
            });
        }
    }

    private void Note(HttpRequest request)
    {
        Requests.Enqueue(new(request.Method, request.Path, request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        Arrival(request.Path).TrySetResult();
    }

    private TaskCompletionSource Arrival(string path) =>
        _arrivals.GetOrAdd(path, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private static int Port(ListenOptions bound) => bound.IPEndPoint!.Port;
}
