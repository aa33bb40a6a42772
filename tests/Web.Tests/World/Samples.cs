using Monitor.Grains;
using Monitor.Rules;
using Monitor.Rules.Desk;
using Monitor.Rules.Sites;

namespace Monitor.Web.Tests.World;

/// <summary>Alarms, events and sites as tests need them.</summary>
internal static class Samples
{
    public const string Region = "test";
    public const string SiteId = "5304000001";
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(8));

    public static Alarm Alarm(string id = "test-1", int version = 1) => new(
        id, SiteId, "某市人民政府", "某市人民政府办公室", FindingCode.SiteDown, Priority.P1, AlarmState.Open, "Timeout",
        new("首页打不开。", "The home page does not open."), new("国办秘函〔2019〕19号", "2019-04-01", "站点无法访问"),
        [new(new("标题", "Title"), "<script>alert(1)</script>")], Start, Start, 1, version, true);

    public static DeskEvent Event(long seq, long epoch = 1, string by = "system", AlarmEventKind kind = AlarmEventKind.Raised, string? key = null) =>
        new(epoch, seq, Start.AddSeconds(seq), kind, by, null, Alarm($"test-{seq}"), key);

    public static IEnumerable<DeskEvent> Events(long from, long to) =>
        Enumerable.Range(0, (int)(to - from + 1)).Select(i => Event(from + i));

    public static DeskPulse Pulse(long head, long epoch = 1) => new(Region, epoch, head, Start, [], 1, 1);

    public static SiteProfile Site(string id = SiteId, int version = 1) => new(
        id, Region, "某市人民政府", "https://www.example.gov.cn/", "某市人民政府办公室", "", SiteLevel.City, true,
        TimeSpan.FromMinutes(5), [], Version: version);
}
