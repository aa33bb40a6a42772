using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Registry;

/// <summary>One thing wrong with one field of a profile.</summary>
/// <param name="Field">The field's name in <see cref="SiteProfile"/>.</param>
/// <param name="Value">What stands there, made inert and cut at 100 characters.</param>
/// <param name="Allowed">What may stand there.</param>
public sealed record FieldFault(string Field, string Value, Text Allowed);

/// <summary>What the register accepts as a site, by whatever way it came.</summary>
public static partial class ProfileRule
{
    /// <summary>Shortest interval: 10 s. A shorter one is no monitoring but a load test.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(10);

    /// <summary>Longest interval: 1 day.</summary>
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>Interval of a site whose sheet names none: 5 min.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromMinutes(5);

    /// <summary>Longest planned maintenance: 30 days, as for a temporary shutdown.</summary>
    public static readonly TimeSpan LongestMaintenance = TimeSpan.FromDays(30);

    private const int LongestName = 100;
    private const int MostKeywords = 50;

    /// <summary>The profile with its text trimmed and its address in the form the register keeps. An address that is none stays as it is.</summary>
    public static SiteProfile Tidy(SiteProfile site) => site with
    {
        Id = site.Id.Trim(),
        Name = site.Name.Trim(),
        Url = WebAddress.Tidy(site.Url) ?? site.Url,
        Organizer = site.Organizer.Trim(),
        Supervisor = site.Supervisor.Trim(),
        Keywords = Listed(site.Keywords),
        Maintenance = Listed(site.Maintenance),
    };

    /// <summary>Everything wrong with a profile; empty when the register accepts it.</summary>
    public static ImmutableArray<FieldFault> Faults(SiteProfile site) =>
    [
        .. Unless(SiteId().IsMatch(site.Id), nameof(site.Id), site.Id, "10位数字，或 bm 加8位数字", "ten digits, or bm and eight digits"),
        .. Unless(IsLine(site.Name, 1), nameof(site.Name), site.Name, "1至100个字符", "1 to 100 characters"),
        .. Unless(WebAddress.Tidy(site.Url) is not null, nameof(site.Url), site.Url, WebAddress.Allowed.Zh, WebAddress.Allowed.En),
        .. Unless(IsLine(site.Organizer, 0), nameof(site.Organizer), site.Organizer, "至多100个字符", "at most 100 characters"),
        .. Unless(IsLine(site.Supervisor, 0), nameof(site.Supervisor), site.Supervisor, "至多100个字符", "at most 100 characters"),
        .. Unless(IsLine(site.Region, 1), nameof(site.Region), site.Region, "1至100个字符", "1 to 100 characters"),
        .. Unless(Enum.IsDefined(site.Level), nameof(site.Level), $"{site.Level}", ProfileWords.LevelAllowed.Zh, ProfileWords.LevelAllowed.En),
        .. Unless(IsInterval(site.Interval), nameof(site.Interval), $"{site.Interval.TotalSeconds} s", IntervalText.Allowed.Zh, IntervalText.Allowed.En),
        .. Unless(AreKeywords(site.Keywords), nameof(site.Keywords), string.Join('、', Listed(site.Keywords)), "至多50个，每个1至100个字符", "at most 50, of 1 to 100 characters each"),
        .. Listed(site.Maintenance).SelectMany(window => Faults(window)),
    ];

    /// <summary>Everything wrong with a maintenance window.</summary>
    public static ImmutableArray<FieldFault> Faults(MaintenanceWindow window) =>
    [
        .. Unless(
            window.From < window.Until && window.Until - window.From <= LongestMaintenance,
            nameof(SiteProfile.Maintenance),
            $"{ChinaTime.Words(window.From)} – {ChinaTime.Words(window.Until)}",
            "结束晚于开始，最长30天",
            "an end after the start, at most 30 days"),
        .. Unless(IsLine(window.Reason, 1), nameof(MaintenanceWindow.Reason), window.Reason, "1至100个字符", "1 to 100 characters"),
    ];

    private static IEnumerable<FieldFault> Unless(bool good, string field, string value, string zh, string en) =>
        good ? [] : [new(field, Evidence.Inert(value, 100), new(zh, en))];

    private static bool IsLine(string text, int shortest) =>
        text.Trim().Length >= shortest && text.Length <= LongestName && !text.Any(Evidence.IsUnseen);

    private static bool IsInterval(TimeSpan interval) => interval >= ShortestInterval && interval <= LongestInterval;

    private static bool AreKeywords(ImmutableArray<string> keywords) =>
        Listed(keywords).Length <= MostKeywords && Listed(keywords).All(k => IsLine(k, 1));

    private static ImmutableArray<T> Listed<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    [GeneratedRegex(@"^([0-9]{10}|bm[0-9]{8})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SiteId();
}
