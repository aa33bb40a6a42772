using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>The official access test (V2): spaced accesses of the last days, one per slot, as counts per day.</summary>
/// <param name="Days">The days with accesses, oldest first, at most seven.</param>
/// <param name="Since">The day of the first access ever counted: what is missing before it was never promised.</param>
[GenerateSerializer, Immutable, Alias("monitor.access-week")]
public sealed record AccessWeek(
    [property: Id(0)] ImmutableArray<AccessDay> Days,
    [property: Id(1)] DateOnly? Since = null)
{
    /// <summary>No access yet.</summary>
    public static AccessWeek Empty { get; } = new(ImmutableArray<AccessDay>.Empty);
}

/// <summary>One calendar day (Asia/Shanghai) of spaced accesses.</summary>
/// <param name="Date">The day.</param>
/// <param name="LastSlot">The slot of the day last counted, 0-based; -1 for none.</param>
/// <param name="Accesses">Counted accesses.</param>
/// <param name="Failures">Those that took 15 s or more or gave no usable answer.</param>
[GenerateSerializer, Immutable, Alias("monitor.access-day")]
public sealed record AccessDay(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] int LastSlot,
    [property: Id(2)] int Accesses,
    [property: Id(3)] int Failures);
