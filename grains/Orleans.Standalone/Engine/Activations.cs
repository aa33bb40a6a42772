using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>All grains in memory.</summary>
internal sealed class Activations(
    GrainClasses classes, IServiceProvider services, TimeProvider clock, IOptions<StandaloneOptions> options, ILogger<Activations> log)
{
    private readonly ConcurrentDictionary<GrainId, Activation> all = new();
    private volatile bool isDraining;
    private volatile bool isStopped;

    public TimeProvider Clock => clock;

    public IServiceProvider Services => services;

    public StandaloneOptions Options => options.Value;

    public ILogger Log => log;

    public int Count => all.Count;

    /// <summary>The process is stopping, so timers tick no more.</summary>
    public bool IsDraining => isDraining;

    /// <summary>Gives the turn to the grain, activating it first if need be.</summary>
    /// <remarks>While the process stops, grains may still finish what they began; calls from elsewhere are refused.</remarks>
    public void Send(GrainId id, Turn turn)
    {
        if (isStopped || (isDraining && TurnQueue.Current is null))
        {
            turn.Fail(new SiloUnavailableException());
            return;
        }

        while (!all.GetOrAdd(id, static (id, home) => new Activation(id, home.ClassOf(id), home), this).TryAdd(turn))
        {
        }
    }

    public void Remove(Activation activation) => all.TryRemove(new(activation.GrainId, activation));

    public GrainReference ReferenceTo(GrainId id, GrainClass grainClass) =>
        GrainReference.Create(grainClass.MainInterface, id, services.GetRequiredService<References>());

    public void DeactivateIdle()
    {
        foreach (var (_, activation) in all)
        {
            activation.DeactivateIfIdle();
        }
    }

    /// <summary>Ends every activation after its running turns, until none is left.</summary>
    /// <exception cref="OperationCanceledException">The host gave no more time.</exception>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        isDraining = true;
        while (!all.IsEmpty)
        {
            var ending = all.Values.ToArray();
            foreach (var activation in ending)
            {
                activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The process is stopping."), cancellationToken);
            }

            await Task.WhenAll(ending.Select(a => a.Deactivated)).WaitAsync(cancellationToken);
        }

        isStopped = true;
    }

    private GrainClass ClassOf(GrainId id) => classes.Of(id.Type);
}
