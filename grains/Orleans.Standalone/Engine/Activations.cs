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
    private readonly ConcurrentDictionary<GrainId, Activation> _all = new();
    private volatile bool _isDraining;
    private volatile bool _isStopped;

    public TimeProvider Clock => clock;

    public IServiceProvider Services => services;

    public StandaloneOptions Options => options.Value;

    public ILogger Log => log;

    public int Count => _all.Count;

    /// <summary>The process is stopping, so timers tick no more.</summary>
    public bool IsDraining => _isDraining;

    /// <summary>Gives the turn to the grain, activating it first if need be.</summary>
    /// <remarks>While the process stops, grains may still finish what they began; calls from elsewhere are refused.</remarks>
    public void Send(GrainId id, Turn turn)
    {
        if (_isStopped || (_isDraining && TurnQueue.Current is null))
        {
            turn.Fail(new SiloUnavailableException());
            return;
        }

        while (!_all.GetOrAdd(id, static (id, home) => new Activation(id, home.ClassOf(id), home), this).TryAdd(turn))
        {
        }
    }

    public void Remove(Activation activation) => _all.TryRemove(new(activation.GrainId, activation));

    public GrainReference ReferenceTo(GrainId id, GrainClass grainClass) =>
        GrainReference.Create(grainClass.MainInterface, id, services.GetRequiredService<References>());

    public void DeactivateIdle()
    {
        foreach (var (_, activation) in _all)
        {
            activation.DeactivateIfIdle();
        }
    }

    /// <summary>Lets the callers of grains that do not answer go.</summary>
    public void FailLate(long now)
    {
        foreach (var (_, activation) in _all)
        {
            activation.FailLate(now);
        }
    }

    /// <summary>Ends every activation after its running turns, until none is left.</summary>
    /// <exception cref="OperationCanceledException">The host gave no more time.</exception>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        while (!_all.IsEmpty)
        {
            var ending = _all.Values.ToArray();
            foreach (var activation in ending)
            {
                activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The process is stopping."), cancellationToken);
            }

            await Task.WhenAll(ending.Select(a => a.Deactivated)).WaitAsync(cancellationToken);
        }

        _isStopped = true;
    }

    private GrainClass ClassOf(GrainId id) => classes.Of(id.Type);
}
