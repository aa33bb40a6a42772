using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>Makes references and sends what is called through them.</summary>
internal sealed class References(GrainClasses classes, Activations activations, IServiceProvider services) : IClusterClient
{
    private static readonly GrainType ObserverType = new("observer");

    private readonly ConcurrentDictionary<MethodInfo, GrainMethod> _methods = new();
    private readonly ConcurrentDictionary<GrainId, ObserverQueue> _observers = new();
    private long _lastObserver;

    public IServiceProvider ServiceProvider => services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => (TGrainInterface)GetGrain(typeof(TGrainInterface), primaryKey);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => (IGrain)(object)GrainReference.Create(
        grainInterfaceType, GrainId.Create(classes.Implementing(grainInterfaceType).Name, grainPrimaryKey), this);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable =>
        (TGrainInterface)(object)GrainReference.Create(typeof(TGrainInterface), grainId, this);

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is GrainReference or Grain)
        {
            throw new ArgumentException("Give the observing object itself; references and grains can be called as they are.", nameof(obj));
        }

        var id = new GrainId(ObserverType, new IdSpan($"{Interlocked.Increment(ref _lastObserver)}"));
        _observers[id] = new ObserverQueue(obj);
        return GetGrain<TGrainObserverInterface>(id);
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference reference || !_observers.TryRemove(reference.GrainId, out _))
        {
            throw new ArgumentException("This is not a reference made by CreateObjectReference, or it was deleted before.", nameof(obj));
        }
    }

    public GrainMethod Method(MethodInfo method) => _methods.GetOrAdd(method, GrainMethod.Of);

    /// <summary>Lets the callers of observers that do not answer go.</summary>
    public void FailLate(long now)
    {
        foreach (var (_, observer) in _observers)
        {
            observer.FailLate(now);
        }
    }

    public void Send(GrainId id, Turn turn)
    {
        turn.Expect(activations.Options.ResponseTimeout);
        if (id.Type != ObserverType)
        {
            activations.Send(id, turn);
        }
        else if (_observers.TryGetValue(id, out var observer))
        {
            observer.Take(turn);
        }
        else
        {
            turn.Fail(new OrleansException($"{id} observes no more."));
        }
    }
}
