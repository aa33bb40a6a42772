using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Desk;
using Monitor.Rules.Sites;

namespace Monitor.Silo.Tests.Store;

/// <summary>Records to store.</summary>
internal static class Some
{
    public const string Region = "530400";

    public static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(8));

    public static Alarm Alarm(long no, AlarmState state = AlarmState.Open, string target = "5304000001", int minutes = 0) => new(
        $"{Region}-{no}", target, "玉溪市人民政府", "玉溪市人民政府办公室", FindingCode.SiteDown, Priority.P1, state, "Timeout",
        new Text("首页打不开：15 秒内没有应答 <b>'\"", "The home page does not open"),
        new Basis("国办秘函〔2019〕19号", "2019-04-01", "监测时间段内，首页无法访问的次数占监测总次数5%（含）以上"),
        [new Fact(new Text("状态", "Status"), "—"), new Fact(new Text("耗时", "Took"), "15.2 s")],
        Start.AddMinutes(minutes), Start.AddMinutes(minutes), 1, 1, state < AlarmState.Recovered);

    public static DeskEvent Event(long epoch, long seq, Alarm alarm, AlarmEventKind kind = AlarmEventKind.Raised, string? key = null) => new(
        epoch, seq, Start.AddSeconds(seq), kind, "system", null, alarm, key);

    /// <summary>So many alarms raised one after another, a minute apart.</summary>
    public static List<DeskEvent> Raised(long epoch, long after, int count) =>
        [.. Enumerable.Range(1, count).Select(i => Event(epoch, after + i, Alarm(after + i, minutes: i)))];

    public static SiteProfile Site(string id, string name = "玉溪市人民政府") => new(
        id, Region, name, $"https://{id}.example.cn/", "玉溪市人民政府办公室", "", SiteLevel.City, true, TimeSpan.FromMinutes(5), ["公开", "服务"],
        Maintenance: ImmutableArray<MaintenanceWindow>.Empty);
}
