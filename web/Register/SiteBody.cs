using System.Text.Json;
using Monitor.Rules;
using Monitor.Rules.Registry;
using Monitor.Rules.Sites;

namespace Monitor.Web.Register;

/// <summary>A site's profile on the wire. Fields of <see cref="SiteProfile"/>, the interval in seconds.</summary>
internal sealed record SiteBody(
    string? Id,
    string? Region,
    string? Name,
    string? Url,
    string? Organizer,
    string? Supervisor,
    SiteLevel Level,
    bool IsPortal,
    double IntervalSeconds,
    IReadOnlyList<string>? Keywords,
    bool Paused,
    IReadOnlyList<MaintenanceWindow>? Maintenance,
    int Version)
{
    public static SiteBody Of(SiteProfile p) => new(
        p.Id, p.Region, p.Name, p.Url, p.Organizer, p.Supervisor, p.Level, p.IsPortal, p.Interval.TotalSeconds,
        p.Keywords.IsDefault ? [] : p.Keywords, p.Paused, p.Maintenance.IsDefault ? [] : p.Maintenance, p.Version);

    /// <summary>The profile meant. What has a command of its own (pause, maintenance) stays as it was.</summary>
    public SiteProfile Profile(string region, SiteProfile? known, int version) => ProfileRule.Tidy(new(
        Id ?? "", region, Name ?? "", Url ?? "", Organizer ?? "", Supervisor ?? "", Level, IsPortal,
        // What no span can hold is not allowed either; zero says so like any other wrong number.
        Math.Abs(IntervalSeconds) <= 1e9 ? TimeSpan.FromSeconds(IntervalSeconds) : TimeSpan.Zero,
        [.. (Keywords ?? []).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()],
        known?.Paused ?? false,
        known is null || known.Maintenance.IsDefault ? [] : known.Maintenance,
        version));

    /// <summary>Field → what is allowed there, for every field the register would not take.</summary>
    public static Dictionary<string, Text> Faults(SiteProfile profile) => ProfileRule.Faults(profile)
        .DistinctBy(fault => fault.Field).ToDictionary(fault => Wire(fault.Field), fault => fault.Allowed);

    private static string Wire(string field) =>
        field == nameof(SiteProfile.Interval) ? "intervalSeconds" : JsonNamingPolicy.CamelCase.ConvertName(field);
}
