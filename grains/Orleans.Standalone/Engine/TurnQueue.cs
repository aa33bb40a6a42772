namespace Orleans.Standalone;

/// <summary>Runs turns against one object, one at a time, never on two threads at once.</summary>
/// <remarks>
/// The queue is the synchronization context of its turns, so what follows an await comes back here, ahead of turns not yet begun.
/// While a turn waits only interleaving turns start. The queue owns no thread: it asks the pool for one when there is work.
/// </remarks>
internal abstract class TurnQueue : SynchronizationContext, IThreadPoolWorkItem
{
    /// <summary>After so many steps the thread goes back to the pool, so that a busy grain starves no other.</summary>
    private const int Quantum = 64;

    private readonly Queue<Turn> _waiting = new();
    private readonly List<Turn> _running = [];
    private readonly Queue<(SendOrPostCallback Step, object? State)> _ready = new();
    private Turn? _blocking;
    private bool _isScheduled;

    /// <summary>The queue whose turn the caller is in, or null outside of turns.</summary>
    public static new TurnQueue? Current => SynchronizationContext.Current as TurnQueue;

    /// <summary>Guards the fields here and what a derived class decides by them.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>Turns have begun, or are about to, and not ended.</summary>
    protected bool IsRunning => _running.Count > 0;

    /// <summary>Turns may begin. Read and changed under <see cref="Gate"/>.</summary>
    protected bool IsOpen { get; set; }

    protected bool HasWaiting => _waiting.Count > 0;

    /// <summary>What the turns run against.</summary>
    protected abstract object Target { get; }

    /// <summary>Adds a turn. Call it under <see cref="Gate"/>.</summary>
    protected void Add(Turn turn)
    {
        if (IsOpen && MayInterleave(turn))
        {
            _running.Add(turn);
            Step(static turn => _ = ((TurnQueue)Current!).RunAsync((Turn)turn!), turn);
            return;
        }

        _waiting.Enqueue(turn);
        Schedule();
    }

    /// <summary>Lets turns begin; interleaving ones that waited go first. Call it under <see cref="Gate"/>.</summary>
    protected void Open()
    {
        IsOpen = true;
        foreach (var turn in TakeWaiting())
        {
            Add(turn);
        }
    }

    /// <summary>Hands out all turns that have not begun. Call it under <see cref="Gate"/>.</summary>
    protected Turn[] TakeWaiting()
    {
        Turn[] taken = [.. _waiting];
        _waiting.Clear();
        return taken;
    }

    /// <summary>Lets the callers of turns that take too long go with a <see cref="TimeoutException"/>; a turn that runs goes on.</summary>
    public void FailLate(long now)
    {
        // Looked at without the lock first: there are many queues and nearly all are idle.
        if (!IsRunning && !HasWaiting)
        {
            return;
        }

        Turn[] late;
        lock (Gate)
        {
            late = [.. _running.Concat(_waiting).Where(t => t.IsLate(now))];
        }

        foreach (var turn in late)
        {
            turn.Fail(new TimeoutException($"{this} did not answer {turn} in time. It may be busy, or it may wait for its own caller."));
        }
    }

    /// <summary>Called after a turn ended.</summary>
    protected virtual void OnEnded(Turn turn, Exception? failure)
    {
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (Gate)
        {
            Step(d, state);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("A grain is never waited for.");

    public override SynchronizationContext CreateCopy() => this;

    void IThreadPoolWorkItem.Execute()
    {
        SetSynchronizationContext(this);
        try
        {
            for (var steps = 0; steps < Quantum; steps++)
            {
                if (!RunNext())
                {
                    return;
                }
            }
        }
        finally
        {
            SetSynchronizationContext(null);
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool RunNext()
    {
        (SendOrPostCallback Step, object? State) next;
        Turn? turn = null;
        lock (Gate)
        {
            if (!_ready.TryDequeue(out next) && !(IsOpen && _blocking is null && _waiting.TryDequeue(out turn)))
            {
                return _isScheduled = false;
            }

            if (turn is not null)
            {
                _running.Add(_blocking = turn);
            }
        }

        if (turn is null)
        {
            next.Step(next.State);
        }
        else
        {
            _ = RunAsync(turn);
        }

        return true;
    }

    private async Task RunAsync(Turn turn)
    {
        var failure = turn.IsAbandoned ? null : await turn.RunAsync(Target);
        lock (Gate)
        {
            _running.Remove(turn);
            if (_blocking == turn)
            {
                _blocking = null;
            }

        }

        OnEnded(turn, failure);
    }

    private bool MayInterleave(Turn turn) => turn.Interleaves || (turn.Reads && _blocking is { Reads: true });

    private void Step(SendOrPostCallback step, object? state)
    {
        _ready.Enqueue((step, state));
        Schedule();
    }

    private void Schedule()
    {
        if (!_isScheduled)
        {
            _isScheduled = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
