using Orleans.Core;

namespace Orleans.Core
{
    /// <summary>A piece of state and its place in a store.</summary>
    public interface IStorage
    {
        string? Etag { get; }

        bool RecordExists { get; }

        Task ClearStateAsync();

        Task WriteStateAsync();

        Task ReadStateAsync();

        Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

        Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

        Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
    }

    /// <inheritdoc />
    public interface IStorage<TState> : IStorage
    {
        TState State { get; set; }
    }
}

namespace Orleans.Runtime
{
    /// <summary>State that is read before <see cref="Grain.OnActivateAsync"/> and written when the grain says so.</summary>
    public interface IPersistentState<TState> : IStorage<TState>;

    /// <summary>Asks for a persistent state as a constructor argument.</summary>
    /// <param name="stateName">The name of the state within its grain.</param>
    /// <param name="storageName">The key of the <see cref="Orleans.Storage.IGrainStorage"/>; the default store when null.</param>
    [AttributeUsage(AttributeTargets.Parameter)]
    public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
    {
        public string StateName { get; } = stateName;

        public string? StorageName { get; } = storageName;
    }
}
