using Orleans.Runtime;

namespace Orleans;

/// <summary>Makes references to grains and to observers. Making one activates nothing.</summary>
public interface IGrainFactory
{
    /// <exception cref="ArgumentException">No class, or more than one, implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable;

    /// <summary>Gives grains a way to call an ordinary object, one call at a time.</summary>
    /// <remarks>Keep the object reachable: Orleans holds observers weakly, and so the caller must hold them.</remarks>
    TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;

    /// <param name="obj">The reference <see cref="CreateObjectReference{T}"/> gave, not the object behind it.</param>
    void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;
}

/// <summary>The factory for code outside of grains.</summary>
public interface IClusterClient : IGrainFactory
{
    IServiceProvider ServiceProvider { get; }
}
