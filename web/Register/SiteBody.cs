using Monitor.Rules;
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
    public SiteProfile Profile(string region, SiteProfile? known, int version) => new(
        Id!, region, Name!.Trim(), Url!.Trim(), Organizer!.Trim(), (Supervisor ?? "").Trim(), Level, IsPortal,
        TimeSpan.FromSeconds(IntervalSeconds),
        [.. (Keywords ?? []).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct()],
        known?.Paused ?? false,
        known is null || known.Maintenance.IsDefault ? [] : known.Maintenance,
        version);

    /// <summary>Field → what is allowed there, for every field that is not as allowed.</summary>
    public Dictionary<string, Text> Faults()
    {
        var faults = new Dictionary<string, Text>();
        Require("id", SiteIds.IsOne(Id), new("10 位数字，或 bm 加 8 位数字。", "Ten digits, or bm and eight digits."));
        Require("name", IsText(Name, 1, 100), new("1 至 100 个字符。", "1 to 100 characters."));
        Require("url", IsAddress(Url), new("http 或 https 网址，不含用户名和口令，至多 500 个字符。", "An http or https address without user or password, at most 500 characters."));
        Require("organizer", IsText(Organizer, 1, 100), new("1 至 100 个字符。", "1 to 100 characters."));
        Require("supervisor", IsText(Supervisor ?? "", 0, 100), new("至多 100 个字符。", "At most 100 characters."));
        Require("level", Enum.IsDefined(Level), new("ministry、province、city、county、township 之一。", "One of ministry, province, city, county, township."));
        Require("intervalSeconds", IntervalSeconds is >= 10 and <= 86_400, new("10 至 86400 秒。", "10 to 86400 seconds."));
        Require("keywords", Keywords is null || (Keywords.Count <= 20 && Keywords.All(word => IsText(word, 0, 50))), new("至多 20 个词，每个至多 50 个字符。", "At most 20 words of at most 50 characters."));
        return faults;

        void Require(string field, bool holds, Text allowed)
        {
            if (!holds)
            {
                faults[field] = allowed;
            }
        }
    }

    private static bool IsText(string? text, int least, int most) =>
        text is not null && text.Trim().Length >= least && text.Length <= most && !text.Any(char.IsControl);

    private static bool IsAddress(string? text) =>
        text is { Length: <= 500 } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
        && uri.Scheme is ("http" or "https") && uri.UserInfo.Length == 0 && uri.Host.Length > 0;
}
