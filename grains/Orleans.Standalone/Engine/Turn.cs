namespace Orleans.Standalone;

/// <summary>One piece of work a <see cref="TurnQueue"/> runs from its start to its end, over every await inside: a call or a tick.</summary>
internal abstract class Turn
{
    /// <summary>May start while another turn waits for something.</summary>
    public bool Interleaves { get; init; }

    /// <summary>May start while another reading turn waits for something.</summary>
    public bool Reads { get; init; }

    /// <summary>Counts as use, so it puts off idle collection.</summary>
    public bool Wakes { get; init; } = true;

    /// <summary>Nobody wants the outcome any more, so the turn need not start.</summary>
    public virtual bool IsAbandoned => false;

    /// <summary>Runs the turn. Never throws: the outcome goes to whoever asked for the turn.</summary>
    /// <returns>What the turn threw, for the queue to judge, or null.</returns>
    public abstract ValueTask<Exception?> RunAsync(object target);

    /// <summary>Ends the turn without having run it.</summary>
    public abstract void Fail(Exception reason);
}
