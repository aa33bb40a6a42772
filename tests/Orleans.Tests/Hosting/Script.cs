using System.Collections.Immutable;

namespace Monitor.Orleans.Tests.Hosting;

/// <summary>
/// What grains and tests tell each other: grains say what happens and wait at gates; tests hear it and open the gates.
/// A name that is waited for in vain fails the test with that name.
/// </summary>
public sealed class Script
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource> _gates = [];
    private readonly List<(string What, int Times, TaskCompletionSource Heard)> _listeners = [];

    /// <summary>All that was said, in order.</summary>
    public ImmutableList<string> Lines { get; private set; } = [];

    public int Times(string what) => Lines.Count(l => l == what);

    public void Say(string what)
    {
        lock (_gate)
        {
            Lines = Lines.Add(what);
            _listeners.Where(l => l.What == what && l.Times <= Times(what)).ToList().ForEach(l => l.Heard.TrySetResult());
        }
    }

    /// <summary>Waits until something was said so many times.</summary>
    public async Task Said(string what, int times = 1)
    {
        TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _listeners.Add((what, times, heard));
            if (Times(what) >= times)
            {
                heard.TrySetResult();
            }
        }

        await InTime(heard.Task, $"nobody said '{what}' {times} times; said was: {string.Join(" | ", Lines)}");
    }

    /// <summary>Waits, inside a grain, until the test opens the gate.</summary>
    public Task At(string gate) => Gate(gate).Task;

    public void Open(string gate) => Gate(gate).TrySetResult();

    /// <summary>Waits for a task that must end, and says what was waited for if it does not.</summary>
    public static async Task InTime(Task task, string complaint)
    {
        try
        {
            await task.WaitAsync(Patience, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Within {Patience} {complaint}.");
        }
    }

    private TaskCompletionSource Gate(string name)
    {
        lock (_gate)
        {
            return _gates.TryGetValue(name, out var gate)
                ? gate
                : _gates[name] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
