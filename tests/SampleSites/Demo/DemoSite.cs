using Monitor.SampleSites.Pages;

namespace Monitor.SampleSites.Demo;

/// <summary>One sample site: what the register holds of it and what it plays.</summary>
internal sealed record DemoSite(
    string Code, string Name, string Organizer, string Level, bool IsPortal, params Act[] Acts)
{
    /// <summary>The loop's length; a person who watches for ten minutes has seen everything.</summary>
    public static readonly TimeSpan Loop = TimeSpan.FromMinutes(10);

    /// <summary>Age of its newest news in days.</summary>
    public int NewestAge { get; init; }

    /// <summary>utf-8 or gb18030.</summary>
    public string Charset { get; init; } = "utf-8";

    public bool IsSecure { get; init; }

    public string Keyword { get; init; } = "";

    /// <summary>What it plays so long after the start.</summary>
    public Scene At(TimeSpan elapsed)
    {
        var second = elapsed.TotalSeconds % Loop.TotalSeconds;
        return Acts.FirstOrDefault(a => a.From <= second && second < a.Until).Scene;
    }

    public Portal Page(Scene scene, DateOnly today, int seed) => scene switch
    {
        Scene.Defaced => Plain(today, seed) with
        {
            Title = "某某娱乐城-官方网站",
            Motto = "某某娱乐城欢迎您",
            Friends = [("play1.example", "某某娱乐城"), ("play2.example", "某某娱乐城注册"), ("play3.example", "某某娱乐城下载")],
        },
        Scene.Wordless => Plain(today, seed) with { Motto = "内容建设中" },
        _ => Plain(today, seed),
    };

    private Portal Plain(DateOnly today, int seed) => new(Name, Code, Organizer)
    {
        Items = News.Of(Name, today, NewestAge, seed),
        Charset = Charset,
        Motto = Keyword.Length > 0 ? $"{Keyword}：便民利民，接受监督" : "执政为民，服务发展",
    };
}
