using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>A website as the register holds it. Replaced whole when anything changes.</summary>
/// <param name="Id">网站标识码: ten digits, or <c>bm</c> and eight digits.</param>
/// <param name="Region">The region whose desk hears of it.</param>
/// <param name="Name">网站名称.</param>
/// <param name="Url">首页网址, http or https.</param>
/// <param name="Organizer">主办单位: the unit that answers for the site.</param>
/// <param name="Supervisor">主管单位; may be empty.</param>
/// <param name="Level">级别.</param>
/// <param name="IsPortal">是否门户: portals are scored, others are only held to the vetoes.</param>
/// <param name="Interval">轮询间隔, 10 s to 1 day.</param>
/// <param name="Keywords">Words that must stand on the home page; may be empty.</param>
/// <param name="Paused">Not polled until resumed; a person did it.</param>
/// <param name="Maintenance">Planned maintenance, registered before its start.</param>
/// <param name="Version">Grows by one with every change; commands name the version they saw.</param>
[GenerateSerializer, Immutable, Alias("monitor.site-profile")]
public sealed record SiteProfile(
    [property: Id(0)] string Id,
    [property: Id(1)] string Region,
    [property: Id(2)] string Name,
    [property: Id(3)] string Url,
    [property: Id(4)] string Organizer,
    [property: Id(5)] string Supervisor,
    [property: Id(6)] SiteLevel Level,
    [property: Id(7)] bool IsPortal,
    [property: Id(8)] TimeSpan Interval,
    [property: Id(9)] ImmutableArray<string> Keywords,
    [property: Id(10)] bool Paused = false,
    [property: Id(11)] ImmutableArray<MaintenanceWindow> Maintenance = default,
    [property: Id(12)] int Version = 1)
{
    /// <summary>True when both say the same of the site, whatever their versions.</summary>
    public bool SaysTheSame(SiteProfile other) =>
        this with { Version = 0, Keywords = default, Maintenance = default }
            == other with { Version = 0, Keywords = default, Maintenance = default }
        && Listed(Keywords).SequenceEqual(Listed(other.Keywords))
        && Listed(Maintenance).SequenceEqual(Listed(other.Maintenance));

    /// <summary>True when a planned maintenance window holds <paramref name="now"/>.</summary>
    public bool InMaintenance(DateTimeOffset now) => Listed(Maintenance).Any(w => w.From <= now && now < w.Until);

    private static ImmutableArray<T> Listed<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}

/// <summary>级别 of a website's owner.</summary>
public enum SiteLevel
{
    /// <summary>国务院部门.</summary>
    Ministry = 1,

    /// <summary>省.</summary>
    Province = 2,

    /// <summary>市.</summary>
    City = 3,

    /// <summary>县.</summary>
    County = 4,

    /// <summary>乡.</summary>
    Township = 5,
}

/// <summary>Planned maintenance: findings of availability are not raised between the two moments. The site is still polled.</summary>
[GenerateSerializer, Immutable, Alias("monitor.maintenance-window")]
public sealed record MaintenanceWindow(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset Until,
    [property: Id(2)] string Reason,
    [property: Id(3)] string By);
