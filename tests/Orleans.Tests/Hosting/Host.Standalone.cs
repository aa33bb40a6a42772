using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Tests;
using Orleans.Standalone;

namespace Monitor.Orleans.Tests.Hosting;

/// <summary>Grains in Orleans.Standalone.</summary>
internal static class EditionHost
{
    public static object NewReminderStore() => new MemoryReminderStore();

    public static async Task<ITestHost> StartAsync(World world)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        world.AddTo(builder.Services);
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        builder.Services.AddSingleton((IReminderStore)world.Reminders);
        builder.Services.AddOrleansStandalone(options => options.Assemblies.Add(typeof(World).Assembly));
        var host = builder.Build();
        await host.StartAsync();
        return new StandaloneTestHost(host, world.Clock);
    }

    private sealed class StandaloneTestHost(IHost host, HandClock clock) : ITestHost
    {
        public IGrainFactory Grains { get; } = host.Services.GetRequiredService<IGrainFactory>();

        public Task CollectIdleAsync()
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
