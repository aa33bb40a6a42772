using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>How calls of one interface method are made and run. Made once per method.</summary>
internal abstract class GrainMethod(MethodInfo method)
{
    private readonly int _cancellation = Array.FindIndex(method.GetParameters(), p => p.ParameterType == typeof(CancellationToken));

    /// <summary>How long callers wait; null for the default.</summary>
    public TimeSpan? Patience { get; } = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;

    protected bool Interleaves { get; } = method.IsDefined(typeof(AlwaysInterleaveAttribute));

    protected bool Reads { get; } = method.IsDefined(typeof(ReadOnlyAttribute));

    /// <exception cref="NotSupportedException">The method returns something that can't be awaited.</exception>
    public static GrainMethod Of(MethodInfo method)
    {
        var result = method.ReturnType;
        if (result == typeof(Task) || result == typeof(ValueTask) || result == typeof(void))
        {
            return new VoidMethod(method);
        }

        var open = result.IsGenericType ? result.GetGenericTypeDefinition() : null;
        return open == typeof(Task<>) || open == typeof(ValueTask<>)
            ? (GrainMethod)Activator.CreateInstance(typeof(ValueMethod<>).MakeGenericType(result.GenericTypeArguments), method)!
            : throw new NotSupportedException($"{method.DeclaringType}.{method.Name} must return Task or ValueTask, with or without a value.");
    }

    /// <summary>Sends a call and returns what the interface method returns.</summary>
    public object? Send(GrainReference callee, object?[] arguments)
    {
        var token = _cancellation < 0 ? default : (CancellationToken)arguments[_cancellation]!;
        var call = NewCall(arguments);
        if (token.CanBeCanceled)
        {
            call.ObserveCancellation(token);
        }

        if (!call.IsAbandoned)
        {
            callee.Send(call);
        }

        return Result(call.Outcome);
    }

    /// <summary>Runs the method on a grain or observer; returns its task.</summary>
    public Task Invoke(object target, object?[] arguments) =>
        AsTask(method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null));

    public override string ToString() => $"{method.DeclaringType?.Name}.{method.Name}";

    protected abstract Call NewCall(object?[] arguments);

    protected abstract object? Result(Task task);

    protected abstract Task AsTask(object? returned);
}

/// <summary>A method that returns nothing, a <see cref="Task"/> or a <see cref="ValueTask"/>.</summary>
internal sealed class VoidMethod(MethodInfo method) : GrainMethod(method)
{
    private readonly Type _type = method.ReturnType;
    private readonly bool _isOneWay = method.IsDefined(typeof(OneWayAttribute));

    protected override Call NewCall(object?[] arguments) => new VoidCall(this, arguments) { Interleaves = Interleaves, Reads = Reads };

    protected override object? Result(Task task)
    {
        var promised = _isOneWay ? Task.CompletedTask : task;
        return _type == typeof(Task) ? promised : _type == typeof(ValueTask) ? new ValueTask(promised) : null;
    }

    protected override Task AsTask(object? returned) => returned switch
    {
        ValueTask task => task.AsTask(),
        Task task => task,
        _ => Task.CompletedTask,
    };
}

/// <summary>A method that returns a <see cref="Task{T}"/> or a <see cref="ValueTask{T}"/>.</summary>
internal sealed class ValueMethod<T>(MethodInfo method) : GrainMethod(method)
{
    private readonly bool _isValueTask = method.ReturnType == typeof(ValueTask<T>);

    protected override Call NewCall(object?[] arguments) => new ValueCall<T>(this, arguments) { Interleaves = Interleaves, Reads = Reads };

    protected override object? Result(Task task) => _isValueTask ? new ValueTask<T>((Task<T>)task) : task;

    protected override Task AsTask(object? returned) => _isValueTask ? ((ValueTask<T>)returned!).AsTask() : (Task<T>)returned!;
}
