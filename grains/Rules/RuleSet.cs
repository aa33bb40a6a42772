namespace Monitor.Rules;

/// <summary>The thresholds of one edition of the standard. Data, not code: a local variant is another value of this record.</summary>
[GenerateSerializer, Immutable, Alias("monitor.rule-set")]
public sealed record RuleSet(
    [property: Id(0)] string Id,
    [property: Id(1)] string Version)
{
    /// <summary>国办秘函〔2019〕19号, signed 2019-04-01, with the recommended warnings before each limit.</summary>
    public static RuleSet National2019 { get; } = new("国办秘函〔2019〕19号", "2019-04-01");

    /// <summary>Age in days at which the home page is stale: 14 (V3, 监测2周首页无信息更新).</summary>
    [Id(2)] public int HomeStaleDays { get; init; } = 14;

    /// <summary>Slowest answer that still counts as open: below 15 s (V2, 超过(含)15秒).</summary>
    [Id(3)] public TimeSpan AccessLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Spaced accesses a day: 20 or more (V2, 每天间隔性访问20次以上).</summary>
    [Id(4)] public int AccessesPerDay { get; init; } = 20;

    /// <summary>Days the access test looks back: 7 (V2, 监测1周).</summary>
    [Id(5)] public int AccessDays { get; init; } = 7;

    /// <summary>Share of failed accesses, in percent, from which on it is a veto: 5 (V2, 超过(含)5%).</summary>
    [Id(6)] public int AccessVetoPercent { get; init; } = 5;

    /// <summary>Share of failed accesses, in percent, that is worth a warning before the veto: 3.</summary>
    [Id(7)] public int AccessWarnPercent { get; init; } = 3;

    /// <summary>Earliest second look after a first failure: 10 s.</summary>
    [Id(8)] public TimeSpan ConfirmAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Width of the random part of the second look: 20 s, so it falls 10 to 30 s later.</summary>
    [Id(9)] public TimeSpan ConfirmSpread { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest time between two failures that still speak of the same outage: 5 min. A later one is a first failure again.</summary>
    [Id(10)] public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the date read off a home page is trusted without another reading: 26 h, a day and a missed round.</summary>
    [Id(11)] public TimeSpan ReadingLasts { get; init; } = TimeSpan.FromHours(26);

    /// <summary>Share of outside hosts never seen before, in percent, from which on the links count as replaced: 60.</summary>
    [Id(12)] public int NewHostsPercent { get; init; } = 60;

    /// <summary>Fewest hosts never seen before for the links to count as replaced: 5.</summary>
    [Id(13)] public int NewHostsAtLeast { get; init; } = 5;

    /// <summary>Names a finding of a rule of good practice, for which the standard has no wording.</summary>
    public static Basis Practice(string wording) => new("值守规则", "1", wording);

    /// <summary>Names a finding of this set with its official wording.</summary>
    public Basis Basis(string wording) => new(Id, Version, wording);
}
