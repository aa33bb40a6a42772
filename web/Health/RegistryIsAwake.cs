using Monitor.Grains;

namespace Monitor.Web.Health;

/// <summary>The register answers, so grains run here or can be reached.</summary>
internal sealed class RegistryIsAwake(IGrainFactory grains, RegionOptions region) : IReadinessCheck
{
    public string Name => "registry";

    public async Task<string?> Fault(CancellationToken cancel)
    {
        await grains.GetGrain<IRegistryGrain>(region.Id).Sites();
        return null;
    }
}
