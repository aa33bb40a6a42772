using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Grains;
using Monitor.Silo.Store.Engines;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Health;

namespace Monitor.Silo.Store;

/// <summary>Puts the store into the program.</summary>
public static class StoreHosting
{
    /// <summary>
    /// Registers the ledger, history, register, directory, audit trail, people and grain states on the database that section
    /// <c>Store</c> names. It is opened before any hosted service starts, and so are the tables brought up to date.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(StoreOptions.Section).Get<StoreOptions>() ?? new StoreOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton(options);
        services.AddSingleton(_ => Database.Of(options));
        services.AddHostedService<StoreStart>();
        services.AddSingleton<StoreInstruments>();
        services.AddSingleton<ILedger, Ledger>();
        services.AddSingleton<ISiteRegister, SiteRegister>();
        services.AddSingleton<ISiteDirectory, SiteDirectory>();
        services.AddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<History>();
        services.AddSingleton<IHistory>(s => s.GetRequiredService<History>());
        services.AddHostedService(s => s.GetRequiredService<History>());
        services.AddHostedService<HistorySweep>();
        services.AddSingleton<IReadinessCheck, StoreProbe>();
        GrainStore.Add(services);
        return services.AddPeople();
    }

    private static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddScoped(s => s.GetRequiredService<Database>().NewContext());
        services.AddScoped<IUserStore<Officer>, UserStore<Officer, IdentityRole, MonitorDb>>();
        services.AddScoped<IRoleStore<IdentityRole>, RoleStore<IdentityRole, MonitorDb>>();
        return services;
    }
}
