using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>A timer whose ticks are turns of its grain. Disposing it cancels the token its callback was given.</summary>
public interface IGrainTimer : IDisposable
{
    /// <param name="dueTime">To the next tick; <see cref="Timeout.InfiniteTimeSpan"/> for none; at most 49.7 days.</param>
    /// <param name="period">From the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for a single tick.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span is out of range.</exception>
    void Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>How a grain timer ticks.</summary>
public readonly struct GrainTimerCreationOptions()
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>To the first tick.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>From the end of a tick to the next.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Ticks may run between the parts of another turn. Default: no.</summary>
    public bool Interleave { get; init; }

    /// <summary>Ticks keep the grain from idle collection. Default: no.</summary>
    public bool KeepAlive { get; init; }
}
