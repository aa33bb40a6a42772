namespace Orleans.Standalone;

/// <summary>One piece of work a <see cref="TurnQueue"/> runs from its start to its end, over every await inside: a call or a tick.</summary>
internal abstract class Turn
{
    /// <summary>When whoever asked for the turn stops waiting for it, in <see cref="Environment.TickCount64"/>; 0 for never.</summary>
    private long _deadline;

    /// <summary>May start while another turn waits for something.</summary>
    public bool Interleaves { get; init; }

    /// <summary>May start while another reading turn waits for something.</summary>
    public bool Reads { get; init; }

    /// <summary>Counts as use, so it puts off idle collection.</summary>
    public bool Wakes { get; init; } = true;

    /// <summary>Nobody wants the outcome any more, so the turn need not start.</summary>
    public virtual bool IsAbandoned => false;

    /// <summary>How long whoever asked waits; null for the default.</summary>
    protected virtual TimeSpan? Patience => null;

    /// <summary>Starts the wait of whoever asked. Passing the turn on later does not prolong it.</summary>
    /// <remarks>Measured by the true time: a clock moved by hand is for what grains do, not for how long they take.</remarks>
    public void Expect(TimeSpan answerWithin)
    {
        if (_deadline == 0)
        {
            _deadline = Environment.TickCount64 + (long)(Patience ?? answerWithin).TotalMilliseconds;
        }
    }

    public bool IsLate(long now) => _deadline != 0 && now > _deadline;

    /// <summary>Runs the turn. Never throws: the outcome goes to whoever asked for the turn.</summary>
    /// <returns>What the turn threw, for the queue to judge, or null.</returns>
    public abstract ValueTask<Exception?> RunAsync(object target);

    /// <summary>Ends the turn without having run it.</summary>
    public abstract void Fail(Exception reason);
}
