using System.Text;

namespace Monitor.SampleSites.Demo;

/// <summary>The list of sites in the form the register imports.</summary>
internal static class SitesCsv
{
    /// <summary>Short enough to watch, long enough to be polite even to ourselves.</summary>
    private const int IntervalSeconds = 10;

    public static string Of(IReadOnlyList<DemoSite> sites, Func<DemoSite, string> url)
    {
        var csv = new StringBuilder("网站标识码,网站名称,首页网址,主办单位,主管单位,级别,是否门户,轮询间隔(秒),关键词\r\n");
        foreach (var site in sites)
        {
            csv.AppendJoin(',', site.Code, site.Name, url(site), site.Organizer, DemoTown.Supervisor, site.Level,
                site.IsPortal ? "是" : "否", IntervalSeconds, site.Keyword).Append("\r\n");
        }

        return csv.ToString();
    }

    /// <summary>Whoever waits for the file finds it whole or not at all.</summary>
    public static async Task Write(string path, string text)
    {
        var draft = path + ".tmp";
        await File.WriteAllTextAsync(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.Move(draft, path, overwrite: true);
    }
}
