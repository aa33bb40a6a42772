namespace Monitor.SampleSites.Demo;

/// <summary>云岭市 and its script. Every name is invented. The first 20 s are calm, so that a watcher learns what well looks like.</summary>
internal static class DemoTown
{
    public const string Supervisor = "云岭市人民政府办公室";

    public static IReadOnlyList<DemoSite> Sites { get; } =
    [
        new("5399000001", "云岭市人民政府", "云岭市人民政府办公室", "市", true),
        new("5399000002", "云岭市教育局", "云岭市教育局", "市", false, new Act(25, 150, Scene.Down), new Act(330, 400, Scene.Down)),
        new("5399000003", "云岭市公安局", "云岭市公安局", "市", false, new Act(30, 160, Scene.Slow)),
        new("5399000004", "云岭市财政局", "云岭市财政局", "市", false, new Act(35, 200, Scene.Refused)),
        new("5399000005", "云岭市人力资源和社会保障局", "云岭市人力资源和社会保障局", "市", false, new Act(60, 170, Scene.Circle)),
        new("5399000006", "云岭市自然资源局", "云岭市自然资源局", "市", false, new Act(50, 260, Scene.Expired)) { IsSecure = true },
        new("5399000007", "云岭市档案馆", "云岭市档案馆", "市", false) { Charset = "gb18030" },
        new("5399000008", "云岭市文化和旅游局", "云岭市文化和旅游局", "市", false, new Act(45, 225, Scene.Defaced)),
        new("5399000009", "云岭市卫生健康委员会", "云岭市卫生健康委员会", "市", false, new Act(70, 250, Scene.Wordless)) { Keyword = "预约挂号" },
        new("5399000010", "云岭市统计局", "云岭市统计局", "市", false) { NewestAge = 20 },
        new("5399000011", "云岭市水务局", "云岭市水务局", "市", false) { NewestAge = 11 },
        new("5399010012", "青禾县人民政府", "青禾县人民政府办公室", "县", true, new Act(120, 240, Scene.Cut)),
        new("5399010013", "白鹭镇人民政府", "白鹭镇人民政府", "乡", false, new Act(300, 420, Scene.Slow), new Act(450, 540, Scene.Down)),
    ];
}
