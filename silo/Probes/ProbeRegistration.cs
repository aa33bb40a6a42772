using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Grains;
using Monitor.Silo.Probes.Egress;
using Monitor.Silo.Probes.Guard;
using Monitor.Silo.Probes.Politeness;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Silo.Probes;

/// <summary>Puts probing into the host.</summary>
internal static class ProbeRegistration
{
    /// <summary>Registers <see cref="IProber"/> and what it needs. The settings' faults are for the host to ask for, by <see cref="ProbeOptions.Faults"/>.</summary>
    public static IServiceCollection AddProbes(this IServiceCollection services, IConfiguration configuration)
    {
        var options = new ProbeOptions();
        configuration.GetSection(ProbeOptions.Section).Bind(options);
        return services.AddProbes(options);
    }

    /// <summary>The same with settings at hand.</summary>
    public static IServiceCollection AddProbes(this IServiceCollection services, ProbeOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => Resolvers.Of(options, s.GetRequiredService<TimeProvider>()));
        services.AddMetrics();
        services.AddSingleton(options);
        services.AddSingleton(s => new AddressGuard(options.Networks()));
        services.AddSingleton<TrustedRoots>();
        services.AddSingleton<Handshake>();
        services.AddSingleton<Lookup>();
        services.AddSingleton<Connector>();
        services.AddSingleton<Wire.Box>();
        services.AddSingleton<Exchange>();
        services.AddSingleton<Visitor>();
        services.AddSingleton<Turnstile>();
        services.AddSingleton<LagWindow>();
        services.AddSingleton<ProbeInstruments>();
        services.AddSingleton<EgressWatch>();
        services.AddSingleton<IProber, Prober>();
        return services.AddHostedService<ReferenceRounds>();
    }
}
