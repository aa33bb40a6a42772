namespace Monitor.Rules.Sites;

/// <summary>Whether the home page opens, with the doubt that belongs to it.</summary>
[GenerateSerializer, Immutable, Alias("monitor.availability")]
public abstract record Availability
{
    private Availability()
    {
    }

    /// <summary>Never seen, or nothing certain since.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.unseen")]
    public sealed record Unseen : Availability;

    /// <summary>It opens.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.up")]
    public sealed record Up([property: Id(0)] DateTimeOffset Since) : Availability;

    /// <summary>It failed once and is looked at again within 10 to 30 s before anybody is told.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.suspect")]
    public sealed record Suspect([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure First) : Availability;

    /// <summary>It failed twice, or once for good.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.down")]
    public sealed record Down([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure Failure) : Availability;

    /// <summary>It opened once after being down; a second success makes it up.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.recovering")]
    public sealed record Recovering([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure Failure) : Availability;

    /// <summary>We are refused; how the site is cannot be told. Never down, never stale.</summary>
    [GenerateSerializer, Immutable, Alias("monitor.availability.blocked")]
    public sealed record Blocked([property: Id(0)] DateTimeOffset Since, [property: Id(1)] Failure Failure) : Availability;
}
