using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Grains;
using Monitor.Rules;
using Monitor.SampleSites;
using Monitor.Silo.Probes;
using Monitor.Silo.Probes.Egress;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Tests.Probes;

/// <summary>The real prober against the real misbehaving server, on a hand's clock.</summary>
internal sealed class ProbeRig : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _roots;

    private ProbeRig(SampleServer server, HandClock clock, Action<ProbeOptions>? change, ResolveHost? resolve)
    {
        (Server, Clock) = (server, clock);
        _roots = Path.GetTempFileName();
        File.WriteAllText(_roots, server.RootsPem);
        var options = new ProbeOptions { TrustedRootsFile = _roots };
        options.AllowedNetworks.Add("127.0.0.0/8");
        change?.Invoke(options);
        Assert.Empty(options.Faults());
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock);
        if (resolve is not null)
        {
            services.AddSingleton(resolve);
        }

        _services = services.AddProbes(options).BuildServiceProvider();
    }

    public SampleServer Server { get; }

    public HandClock Clock { get; }

    public IProber Prober => _services.GetRequiredService<IProber>();

    public EgressWatch Egress => _services.GetRequiredService<EgressWatch>();

    /// <summary>Whose meters these are.</summary>
    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public static async Task<ProbeRig> Start(Action<ProbeOptions>? change = null, ResolveHost? resolve = null)
    {
        var clock = new HandClock();
        return new(await SampleServer.Start(clock), clock, change, resolve);
    }

    public Task<Observation> Http(string url, HttpFacts? last = null, CancellationToken cancel = default) => Probe(ProbeKind.Http, url, last, [], cancel);

    public Task<Observation> Page(string url, HttpFacts? last = null, params ImmutableArray<string> keywords) =>
        Probe(ProbeKind.Page, url, last, keywords, default);

    public Task<Observation> Probe(ProbeKind kind, string url, HttpFacts? last, ImmutableArray<string> keywords, CancellationToken cancel) =>
        Prober.Probe(new("5399000001", kind, url, keywords, last, Clock.GetUtcNow()), cancel);

    /// <summary>A resolver that leads every name to loopback.</summary>
    public static Task<IPAddress[]> Loopback(string host, CancellationToken cancel) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        File.Delete(_roots);
    }
}
