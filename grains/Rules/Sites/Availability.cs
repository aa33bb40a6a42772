namespace Monitor.Rules.Sites;

/// <summary>Whether the home page opens, with the doubt that belongs to it.</summary>
[GenerateSerializer, Immutable, Alias("monitor.availability")]
public abstract record Availability
{
    private Availability()
    {
    }

    /// <summary>Never seen, or nothing can be said since.</summary>
    /// <param name="Why">Why it could not be looked at; null before the first look.</param>
    /// <param name="Before">The outage that stood when it was last seen; it is taken up again, not forgotten.</param>
    [GenerateSerializer, Immutable, Alias("monitor.availability.unseen")]
    public sealed record Unseen(
        [property: Id(0)] Failure? Why = null, [property: Id(1)] Down? Before = null) : Availability;

    /// <summary>It opens, without a failure since the moment given.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.up")]
    public sealed record Up([property: Id(0)] DateTimeOffset Since) : Availability;

    /// <summary>It failed once and is looked at again within 10 to 30 s before anybody is told.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.suspect")]
    public sealed record Suspect([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure First) : Availability;

    /// <summary>It failed twice, or once for good.</summary>
    /// <param name="Since">The first failure of the outage.</param>
    /// <param name="Failure">The failure that confirmed it; later ones do not replace it.</param>
    [GenerateSerializer, Immutable, Alias("monitor.availability.down")]
    public sealed record Down([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure Failure) : Availability;

    /// <summary>It opened once after being down; a second success makes it up, a failure makes it down as before.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.recovering")]
    public sealed record Recovering([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure Failure) : Availability;

    /// <summary>We are refused; how the site is cannot be told. Never down, never stale.</summary>
    /// <param name="Since">When we were first refused.</param>
    /// <param name="Failure">How.</param>
    /// <param name="Before">The outage that stood when we were first refused; it is taken up again, not forgotten.</param>
    [GenerateSerializer, Immutable, Alias("monitor.availability.blocked")]
    public sealed record Blocked(
        [property: Id(0)] DateTimeOffset Since,
        [property: Id(1)] Failure Failure,
        [property: Id(2)] Down? Before = null) : Availability;
}
