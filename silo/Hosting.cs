using Monitor.Grains;
using Monitor.Rules;
using Monitor.Silo.Probes;
using Monitor.Silo.Store;
using Monitor.Silo.Watching;
using Monitor.Web;
using Monitor.Web.Health;

namespace Monitor.Silo;

/// <summary>Puts the program together. What differs by edition is in <c>Hosting.Orleans.cs</c> and <c>Hosting.Standalone.cs</c>.</summary>
internal static partial class Hosting
{
    /// <summary>Settings come from appsettings.json, then MONITOR_ environment variables, then the command line; the last wins.</summary>
    public static void UseSettings(this WebApplicationBuilder builder, string[] args)
    {
        // The file beside the program counts wherever it is started from.
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        builder.Configuration.AddEnvironmentVariables("MONITOR_");
        builder.Configuration.AddCommandLine(args);
    }

    public static void AddMonitor(this WebApplicationBuilder builder)
    {
        builder.Services.AddStore(builder.Configuration);
        builder.Services.AddProbes(builder.Configuration);

        // Services start in this order and stop in the reverse: grains stand before anybody calls them, and go last.
        builder.AddGrains();
        builder.Services.AddWatching(builder.Configuration);
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddSingleton<WakeUp>();
        builder.Services.AddSingleton<IReadinessCheck>(s => s.GetRequiredService<WakeUp>());
        builder.Services.AddHostedService(s => s.GetRequiredService<WakeUp>());
    }

    private static void AddWatching(this IServiceCollection services, ConfigurationManager configuration)
    {
        var region = configuration.GetSection("Region").Get<RegionOptions>() ?? new RegionOptions();
        services.AddSingleton(new Place(region, Environment.MachineName));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(RuleSet.National2019);
        services.AddSingleton<Func<double>>(_ => Random.Shared.NextDouble);
        services.AddSingleton<SiteTools>();
        services.AddSingleton(s => new SitesFile(configuration["sites"], s.GetRequiredService<ILogger<SitesFile>>()));
        services.AddSingleton<Watchlist>();
        services.AddSingleton<IWatchlist>(s => s.GetRequiredService<Watchlist>());
        services.AddSingleton<WatchInstruments>();
        services.AddSingleton<DeskLine>();
        services.AddSingleton<IDeskLine>(s => s.GetRequiredService<DeskLine>());
        services.AddHostedService(s => s.GetRequiredService<DeskLine>());
        services.AddHostedService<Collector>();
        services.AddHostedService<SightReport>();
    }
}
