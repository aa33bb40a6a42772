namespace Monitor.Silo.Store;

/// <summary>The conditions a list shows. Four are a site's own, from its last look; the others follow from the register and the clock.</summary>
internal static class SiteConditions
{
    /// <summary>Never seen, or not within 2 × interval + 30 s, whatever it was then.</summary>
    public const string Unknown = "unknown";

    /// <summary>In planned maintenance, and seen.</summary>
    public const string Maintenance = "maintenance";

    /// <summary>Not polled; a person did it.</summary>
    public const string Paused = "paused";

    /// <summary>All of them, worst first.</summary>
    public static IReadOnlyList<string> All { get; } = ["down", "suspect", "blocked", Unknown, Maintenance, "normal", Paused];
}
