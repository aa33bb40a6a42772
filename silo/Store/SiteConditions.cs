using Monitor.Rules.Sites;

namespace Monitor.Silo.Store;

/// <summary>The conditions as lists and the wire name them.</summary>
internal static class SiteConditions
{
    /// <summary>All of them, worst first.</summary>
    public static IReadOnlyList<string> WorstFirst { get; } =
    [
        .. new[]
        {
            SiteCondition.Down, SiteCondition.Suspect, SiteCondition.Blocked, SiteCondition.Unknown, SiteCondition.Maintenance,
            SiteCondition.Normal, SiteCondition.Paused,
        }.Select(Name),
    ];

    public static string Name(SiteCondition condition) => condition.ToString().ToLowerInvariant();
}
