using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>Everything a site remembers between two looks. Replaced whole by <see cref="SiteJudge"/>; small on purpose.</summary>
[GenerateSerializer, Immutable, Alias("monitor.site-memory")]
public sealed record SiteMemory
{
    /// <summary>The site's memory before the first look.</summary>
    public static SiteMemory Blank { get; } = new();

    /// <summary>Up, suspect, down, recovering, blocked or not known.</summary>
    [Id(0)] public Availability Availability { get; init; } = new Availability.Unseen();

    /// <summary>The week of official accesses (V2).</summary>
    [Id(1)] public AccessWeek Accesses { get; init; } = AccessWeek.Empty;

    /// <summary>The newest dated item seen on the home page, and when it was read.</summary>
    [Id(2)] public DatedItem? Latest { get; init; }

    /// <summary>When the home page was last read with its items.</summary>
    [Id(3)] public DateTimeOffset? ReadAt { get; init; }

    /// <summary>The certificate last shown.</summary>
    [Id(4)] public CertificateFacts? Certificate { get; init; }

    /// <summary>What the page looked like when it was well.</summary>
    [Id(5)] public PageBaseline? Baseline { get; init; }

    /// <summary>What stands against the site now.</summary>
    [Id(6)] public ImmutableDictionary<FindingCode, Finding> Open { get; init; } = ImmutableDictionary<FindingCode, Finding>.Empty;

    /// <summary>Number of the last change told to the desk.</summary>
    [Id(7)] public long LastChangeNo { get; init; }

    /// <summary>What the body was when it was last read, for conditional requests and for not reading it twice.</summary>
    [Id(8)] public HttpFacts? LastRead { get; init; }

    /// <summary>What was read off one answer only and waits for a second look; <see cref="Finding.Since"/> is the first.</summary>
    [Id(9)] public ImmutableDictionary<FindingCode, Finding> Suspicions { get; init; } = ImmutableDictionary<FindingCode, Finding>.Empty;
}

/// <summary>What a home page looked like when it was well: the ground for telling a changed page from a tampered one.</summary>
[GenerateSerializer, Immutable, Alias("monitor.page-baseline")]
public sealed record PageBaseline(
    [property: Id(0)] string Title,
    [property: Id(1)] ImmutableArray<string> OutsideHosts,
    [property: Id(2)] DateTimeOffset LearntAt);
