using System.Collections.Immutable;
using System.Globalization;
using Monitor.Grains;
using Monitor.Rules.Sites;

namespace Monitor.Browser.Tests;

/// <summary>Made-up targets and what is found of them.</summary>
internal static class Seed
{
    private static long lastNo = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>A site whose home page does not open.</summary>
    public static TargetReport Down(int n, Priority priority = Priority.P2, string? name = null, string? sentence = null, string? fact = null) =>
        Report(n, name, new Finding(
            FindingCode.SiteDown,
            priority,
            "ConfirmedTwice",
            new(sentence ?? $"首页无法打开：连接超时，复核仍失败（{n}）", $"The home page does not open: timed out, confirmed ({n})"),
            RuleSet.National2019.Basis("站点无法访问：监测1周，每天间隔性访问20次以上，超过（含）15秒网站仍打不开的次数比例累计超过（含）5%"),
            [new(new("网址", "Address"), fact ?? $"https://www.s{n}.example/")],
            TimeProvider.System.GetUtcNow()));

    /// <summary>The same site opens again.</summary>
    public static TargetReport Up(int n) => Report(n, null, null);

    public static IEnumerable<TargetReport> Mixed(int count) =>
        Enumerable.Range(1, count).Select(n => Down(n, (Priority)(1 + (n % 4))));

    public static SiteProfile Site(int n, string url) => new(
        Target(n), DeskServer.Region, Name(n), url, "玉溪市人民政府办公室", "玉溪市人民政府", SiteLevel.County, IsPortal: n == 1,
        TimeSpan.FromSeconds(60), ["玉溪"], Maintenance: []);

    public static string Target(int n) => string.Create(CultureInfo.InvariantCulture, $"53040{n:00000}");

    public static string Name(int n) => $"测试网站{n}";

    private static TargetReport Report(int n, string? name, Finding? finding) => new(
        Target(n), name ?? Name(n), "玉溪市人民政府办公室",
        ImmutableArray.Create(new FindingChange(
            Interlocked.Increment(ref lastNo), FindingCode.SiteDown, TimeProvider.System.GetUtcNow(), finding, finding is null ? "Opens" : "ConfirmedTwice")));
}
