using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Grains;
using Monitor.Rules.Sites;
using Monitor.Rules;
using Orleans;

namespace Monitor.Tests.Grains;

/// <summary>A small region whose grains run for real on a hand's clock, over doubles of the world. It can be killed and started again.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string Region = "town";

    private IHost? _host;

    private Town()
    {
        Prober = new ScriptedProber(Clock);
    }

    public HandClock Clock { get; } = new();

    public ScriptedProber Prober { get; }

    public RecordingLine Line { get; } = new();

    public MemoryHistory History { get; } = new();

    public MemoryRegister Register { get; } = new();

    public MemoryLedger Ledger { get; } = new();

    public MemoryWatchlist Watchlist { get; } = new();

    public MemoryStorage Storage { get; } = new();

    public IGrainFactory Grains => _host!.Services.GetRequiredService<IGrainFactory>();

    public IDeskGrain Desk => Grains.GetGrain<IDeskGrain>(Region);

    public IRegistryGrain Registry => Grains.GetGrain<IRegistryGrain>(Region);

    public static SiteProfile Site(string id = "5399000001", TimeSpan? interval = null) => new(
        id, Region, $"云岭市{id[^2..]}局", $"http://{id}.example/", $"云岭市{id[^2..]}局", "云岭市人民政府", SiteLevel.City, false,
        interval ?? TimeSpan.FromMinutes(5), []);

    public static async Task<Town> Start()
    {
        var town = new Town();
        await town.Open();
        return town;
    }

    public ISiteGrain SiteGrain(string id = "5399000001") => Grains.GetGrain<ISiteGrain>(id);

    /// <summary>Ends the process the hard way as far as the grains can tell: nothing they hold in memory is kept.</summary>
    public async Task Restart()
    {
        await Close();
        await Open();
    }

    /// <summary>Moves the clock and waits until the site has taken the result of the probe that fell due.</summary>
    public async Task PassUntilLook(string id, TimeSpan by)
    {
        var before = History.Samples.Count;
        Clock.Advance(by);
        await Prober.Probes(1);
        await Until(() => History.Samples.Count > before, $"{id} took no result");
    }

    public static async Task Until(Func<bool> holds, string otherwise)
    {
        for (var i = 0; i < 2000; i++)
        {
            if (holds())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        Assert.Fail($"Waited 10 s in vain: {otherwise}.");
    }

    public ValueTask DisposeAsync() => new(Close());

    private async Task Open()
    {
        _host = GrainHost.Build(Clock, Storage, services =>
        {
            services.AddSingleton<ISiteRegister>(Register);
            services.AddSingleton<ILedger>(Ledger);
            services.AddSingleton(new SiteTools(Prober, History, Line, Watchlist, Clock, RuleSet.National2019, () => 0.5));
        });
        await _host.StartAsync();
    }

    private async Task Close()
    {
        if (_host is { } host)
        {
            await host.StopAsync();
            host.Dispose();
        }

        _host = null;
    }
}
