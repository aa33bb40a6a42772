using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Grains;
using Monitor.Silo.Probes;

namespace Monitor.Bench;

/// <summary>Our prober as the server composes it: guard, politeness, phases, certificate and metrics included.</summary>
internal sealed class OwnProber : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IProber _prober;
    private readonly bool _forgets;
    private ProbeOrder _order;

    /// <param name="kind"><c>http</c> counts and hashes the body, <c>page</c> also reads it when it has changed, <c>changing</c> reads it every time.</param>
    public OwnProber(Uri page, string word, string kind)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Probes:AllowedNetworks:0"] = "127.0.0.0/8",
            ["Probes:PerHost"] = "256",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddProbes(settings);
        _services = services.BuildServiceProvider();
        _prober = _services.GetRequiredService<IProber>();
        _forgets = kind == "changing";
        var how = kind == "http" ? ProbeKind.Http : ProbeKind.Page;
        _order = new ProbeOrder("5100000000", how, page.ToString(), [word], null, TimeProvider.System.GetUtcNow());
    }

    public async Task<bool> Look(CancellationToken cancel)
    {
        var seen = await _prober.Probe(_order with { DueAt = TimeProvider.System.GetUtcNow() }, cancel);
        if (!_forgets && _order.LastRead is null)
        {
            _order = _order with { LastRead = seen.Http };
        }

        return seen.Failure is null && seen.Http is { Status: 200 };
    }

    public void Dispose() => _services.Dispose();
}
