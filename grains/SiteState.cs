using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>What a site grain keeps over restarts.</summary>
[GenerateSerializer, Immutable, Alias("monitor.site-state")]
public sealed record SiteState
{
    /// <summary>The profile last taken from the register; null before the first.</summary>
    [Id(0)] public SiteProfile? Profile { get; init; }

    /// <summary>What the rules remember.</summary>
    [Id(1)] public SiteMemory Memory { get; init; } = SiteMemory.Blank;

    /// <summary>Changes the desk has not confirmed yet, oldest first.</summary>
    [Id(2)] public ImmutableArray<FindingChange> Outbox { get; init; } = [];

    /// <summary>Removed from the register; kept only until the desk has heard the last of it.</summary>
    [Id(3)] public bool Retired { get; init; }
}
