using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Timers;

namespace Orleans.Standalone;

/// <summary>Puts the engine into a host.</summary>
public static class StandaloneServices
{
    /// <summary>
    /// Hosts the grains of the assemblies named in the options in this process. Wants a keyed <see cref="Storage.IGrainStorage"/> for each
    /// storage name the grains use ("Default" for none), takes the <see cref="TimeProvider"/> that is registered, and keeps reminders in
    /// memory unless an <see cref="IReminderStore"/> is registered.
    /// </summary>
    public static IServiceCollection AddOrleansStandalone(this IServiceCollection services, Action<StandaloneOptions> configure)
    {
        services.AddOptions<StandaloneOptions>().Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IReminderStore, MemoryReminderStore>();
        services.AddSingleton<GrainClasses>();
        services.AddSingleton<Activations>();
        services.AddSingleton<References>();
        services.AddSingleton<IClusterClient>(s => s.GetRequiredService<References>());
        services.AddSingleton<IGrainFactory>(s => s.GetRequiredService<References>());
        services.AddSingleton<Reminders>();
        services.AddSingleton<IReminderRegistry>(s => s.GetRequiredService<Reminders>());
        services.AddHostedService<StandaloneHost>();
        return services;
    }
}
