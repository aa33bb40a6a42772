using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Sites;

/// <summary>The sites and looks that tests talk about.</summary>
internal static class Some
{
    public const string Name = "玉溪市红塔区人民政府";

    public static readonly string[] Hosts =
        ["www.yuxi.gov.cn", "www.yn.gov.cn", "www.gov.cn", "bszs.conac.cn", "beian.miit.gov.cn", "map.example.cn", "video.example.cn", "news.example.com"];

    /// <summary>A county's portal, looked at every minute.</summary>
    public static SiteProfile Portal { get; } = new(
        "5304020001", "530400", Name, "https://www.hongta.gov.cn/", "红塔区人民政府办公室", "玉溪市人民政府办公室",
        SiteLevel.County, true, TimeSpan.FromMinutes(1), [], Maintenance: []);

    public static SiteProfile Department { get; } = Portal with { Id = "5304020002", IsPortal = false };

    public static DateTimeOffset Time(string time, int day = 1) =>
        new(new DateTime(2026, 11, 20).AddDays(day - 1) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture), ChinaTime.Offset);

    public static Phases Took(double seconds) => new(null, null, null, null, null, TimeSpan.FromSeconds(seconds));

    public static Failure Failure(FailureClass failure) => new(failure, $"test says {failure}");

    /// <summary>The answer a page in good order gives.</summary>
    public static Observation Good(DateTimeOffset at) => new(
        at,
        null,
        Took(0.2),
        new HttpFacts(200, Portal.Url, 0, "198.51.100.7", 40_000, "hash-good", null, null),
        new CertificateFacts("CN=www.hongta.gov.cn", "CN=Test CA", at.AddYears(-1), at.AddDays(200), "AA", null),
        Page(at));

    public static PageFacts Page(DateTimeOffset at) => new(
        $"{Name}门户网站", "utf-8", 5_000, new DatedItem(ChinaTime.Day(at), "今日要闻", "https://www.hongta.gov.cn/1"), 12, [], [.. Hosts], []);

    public static Observation Fails(DateTimeOffset at, FailureClass failure) => new(
        at, Failure(failure), Took(failure == FailureClass.Timeout ? 15 : 0.1));
}
