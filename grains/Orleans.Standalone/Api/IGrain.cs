using Orleans.Runtime;

namespace Orleans;

/// <summary>Marks an interface whose methods are calls to a grain.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain named by a string; the only kind of key the grains of this program use.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>Marks an interface of an ordinary object that grains may call after <see cref="IGrainFactory.CreateObjectReference{T}"/>.</summary>
public interface IGrainObserver : IAddressable;
