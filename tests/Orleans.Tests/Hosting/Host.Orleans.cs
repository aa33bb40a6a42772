using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans.Reminders;

namespace Monitor.Orleans.Tests.Hosting;

/// <summary>Grains in a silo of Microsoft Orleans, alone on its own two ports.</summary>
internal static class EditionHost
{
    public static object NewReminderStore() => new SharedReminderTable();

    public static async Task<ITestHost> StartAsync(World world)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.UseOrleans(silo =>
        {
            var name = Guid.NewGuid().ToString("N");
            silo.UseLocalhostClustering(FreePort(), FreePort(), primarySiloEndpoint: null, serviceId: name, clusterId: name);
            silo.AddReminders();
            UseHandClock(silo.Services, world.Clock);
            silo.Services.AddSingleton((IReminderTable)world.Reminders);
        });
        world.AddTo(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new SiloTestHost(host);
    }

    // The silo's own loops spin when a hand moves their clock, so only grains and reminders get it.
    private static void UseHandClock(IServiceCollection services, TimeProvider clock)
    {
        services.Replace(ServiceDescriptor.Singleton(clock));
        services.AddKeyedSingleton(KeyedService.AnyKey, TimeProvider.System);
        services.AddKeyedSingleton(TimeProviderNames.Grains, clock);
        services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, new CreepingClock(clock));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class SiloTestHost(IHost host) : ITestHost
    {
        public IGrainFactory Grains { get; } = host.Services.GetRequiredService<IGrainFactory>();

        // Orleans collects by the true time, so the age is waived instead of waited for.
        public Task CollectIdleAsync() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
