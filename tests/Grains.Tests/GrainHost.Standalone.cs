using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Grains;
using Orleans.Standalone;
using Orleans.Storage;

namespace Monitor.Tests.Grains;

/// <summary>Hosts the grains in this process, as the Standalone edition does.</summary>
internal static class GrainHost
{
    public static IHost Build(TimeProvider clock, IGrainStorage storage, Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(clock);
        builder.Services.AddKeyedSingleton("monitor", storage);
        configure(builder.Services);
        builder.Services.AddOrleansStandalone(o => o.Assemblies.Add(typeof(ISiteGrain).Assembly));
        return builder.Build();
    }
}
