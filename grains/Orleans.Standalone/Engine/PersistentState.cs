using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Standalone;

/// <summary>A state of whatever type, as the activation reads it.</summary>
internal abstract class PersistentState
{
    public abstract Task ReadStateAsync(CancellationToken cancellationToken);
}

/// <summary>A grain's hold on one state in a store. Operations on it run in the order they were asked for.</summary>
internal sealed class PersistentState<T>(string name, GrainId id, IGrainStorage storage) : PersistentState, IPersistentState<T>
{
    private readonly GrainState<T> _held = new(Empty());
    private Task _last = Task.CompletedTask;

    public T State
    {
        get => _held.State!;
        set => _held.State = value;
    }

    public string? Etag => _held.ETag;

    public bool RecordExists => _held.RecordExists;

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public override Task ReadStateAsync(CancellationToken cancellationToken) =>
        InOrder(() => BlankAfter(storage.ReadStateAsync(name, id, _held, cancellationToken)));

    public Task WriteStateAsync(CancellationToken cancellationToken) =>
        InOrder(() => storage.WriteStateAsync(name, id, _held, cancellationToken));

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        InOrder(() => BlankAfter(storage.ClearStateAsync(name, id, _held, cancellationToken)));

    private Task InOrder(Func<Task> operation) => _last = _last.IsCompleted ? operation() : AfterAsync(_last, operation);

    /// <summary>Whatever a store leaves behind when it has no record, the grain starts with a blank state and never with null.</summary>
    private async Task BlankAfter(Task operation)
    {
        await operation;
        if (!_held.RecordExists)
        {
            _held.State ??= Empty();
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> operation)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await operation();
    }

    // As Orleans does: a grain without a record starts with what the constructor makes, or with a blank record when it needs arguments.
    private static T? Empty() =>
        typeof(T).IsAbstract || typeof(T) == typeof(string) ? default
        : typeof(T).IsValueType || typeof(T).GetConstructor(Type.EmptyTypes) is not null ? Activator.CreateInstance<T>()
        : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
}
