using Monitor.Grains;
using Orleans.Standalone;

namespace Monitor.Silo;

internal static partial class Hosting
{
    /// <summary>The grains in this one process, with their state in the same database as everything else.</summary>
    private static void AddGrains(this WebApplicationBuilder builder) =>
        builder.Services.AddOrleansStandalone(options => options.Assemblies.Add(typeof(ISiteGrain).Assembly));
}
