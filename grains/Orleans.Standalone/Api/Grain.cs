using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Standalone;

namespace Orleans;

/// <summary>The base of every grain class.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>The activation this object lives in; null when a test made the object by hand.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; } = TurnQueue.Current as IGrainContext;

    public GrainReference GrainReference => GrainContext.GrainReference;

    protected IGrainFactory GrainFactory => ServiceProvider.GetRequiredService<IGrainFactory>();

    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <summary>Ends this activation after the running turn; the next call makes a new one.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation from idle collection for a time, or ends that when the time is negative.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).DelayDeactivation(timeSpan);

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
}
