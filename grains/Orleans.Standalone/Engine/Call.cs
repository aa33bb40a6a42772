namespace Orleans.Standalone;

/// <summary>A call on its way: which method, with which arguments. The caller awaits its task.</summary>
/// <remarks>
/// Arguments and results pass by reference. That is safe because everything in a grain interface is immutable, which a test enforces.
/// Continuations of the caller never run inside the turn of the callee.
/// </remarks>
internal abstract class Call(GrainMethod method, object?[] arguments) : Turn
{
    private CancellationTokenRegistration _cancellation;

    /// <summary>What the caller gets; of the type the interface method returns, a value task as its task.</summary>
    public abstract Task Outcome { get; }

    public override bool IsAbandoned => Outcome.IsCompleted;

    protected override TimeSpan? Patience => method.Patience;

    public override string ToString() => method.ToString();

    /// <summary>Lets the caller's token end the wait at once. The callee sees the same token.</summary>
    public void ObserveCancellation(CancellationToken token) =>
        _cancellation = token.UnsafeRegister(static (call, token) => ((Call)call!).Cancel(token), this);

    public override async ValueTask<Exception?> RunAsync(object target)
    {
        Task task;
        try
        {
            task = method.Invoke(target, arguments);
        }
#pragma warning disable CA1031 // Whatever the method threw belongs to the caller.
        catch (Exception failure)
        {
            Fail(failure);
            return failure;
        }
#pragma warning restore CA1031

        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _cancellation.Dispose();
        Complete(task);
        return task.Exception?.InnerException;
    }

    /// <summary>Hands the caller what the method's task holds: a value, an exception with its stack, or a cancellation.</summary>
    protected abstract void Complete(Task task);

    protected abstract void Cancel(CancellationToken token);
}

/// <summary>A call without a value.</summary>
internal sealed class VoidCall(GrainMethod method, object?[] arguments) : Call(method, arguments)
{
    private readonly TaskCompletionSource _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Outcome => _outcome.Task;

    public override void Fail(Exception reason) => _outcome.TrySetException(reason);

    protected override void Complete(Task task) => _outcome.TrySetFromTask(task);

    protected override void Cancel(CancellationToken token) => _outcome.TrySetCanceled(token);
}

/// <summary>A call with a value.</summary>
internal sealed class ValueCall<T>(GrainMethod method, object?[] arguments) : Call(method, arguments)
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task Outcome => _outcome.Task;

    public override void Fail(Exception reason) => _outcome.TrySetException(reason);

    protected override void Complete(Task task) => _outcome.TrySetFromTask((Task<T>)task);

    protected override void Cancel(CancellationToken token) => _outcome.TrySetCanceled(token);
}
