using System.Reflection;

namespace Orleans.Standalone;

/// <summary>Settings of the grains' engine.</summary>
public sealed class StandaloneOptions
{
    /// <summary>Where grain classes are looked for.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>Without a call for so long an activation ends. Shorter saves memory, longer saves reads. Default 15 min.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default 1 min.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a caller waits for an answer, unless the method says otherwise. Measured by the true time. Default 30 s.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long reading state and <see cref="Grain.OnActivateAsync"/> may take before their token is cancelled. Default 30 s.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <see cref="Grain.OnDeactivateAsync"/> may take before its token is cancelled. Default 30 s.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
