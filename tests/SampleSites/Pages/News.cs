namespace Monitor.SampleSites.Pages;

/// <summary>Invented news, the newest so many days old.</summary>
public static class News
{
    private static readonly string[] Subjects =
    [
        "召开安全生产工作会议", "部署冬季森林防火工作", "开展政务服务满意度回访", "发布第三季度经济运行情况", "举行“政府开放日”活动",
        "推进老旧小区改造", "组织干部业务培训", "公布重点项目建设进展", "启动农村饮水安全排查", "开展法治宣传进社区活动",
    ];

    /// <param name="unit">Who the news is about.</param>
    /// <param name="today">Today.</param>
    /// <param name="newestAge">Age of the newest item in days.</param>
    /// <param name="seed">Another seed gives another order.</param>
    public static IReadOnlyList<PortalItem> Of(string unit, DateOnly today, int newestAge, int seed = 0) =>
        [.. Enumerable.Range(0, 8).Select(i => new PortalItem(
            today.AddDays(-newestAge - (i * 3 / 2)), $"{unit}{Subjects[(i + seed) % Subjects.Length]}"))];
}
