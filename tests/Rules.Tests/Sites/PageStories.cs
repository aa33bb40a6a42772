using System.Collections.Immutable;
using Monitor.Rules.Sites;
using static Monitor.Rules.FindingCode;
using static Monitor.Rules.Priority;
using static Monitor.Rules.Tests.Sites.Telling;

namespace Monitor.Rules.Tests.Sites;

public sealed class PageStories
{
    private static readonly string[] Strangers = ["a.casino.example", "b.bet.example", "c.slots.test", "d.poker.test", "e.lotto.test"];

    private static Story Site => new(Some.Department);

    [Fact]
    public void Title_that_names_the_site_no_more_is_raised_at_the_second_look()
    {
        var story = Site.At("08:00").SeesGood().At("09:00").Sees(Titled("欢迎光临娱乐城")).At("09:10");

        var first = story.Looks.First(l => l >= Some.Time("09:00"));
        story.Want(new Span(first.AddSeconds(10), first.AddSeconds(31)), Raises(TitleChanged, P1, "NameGone")).AndNothingElse();
        Assert.Contains(story.Open(TitleChanged).Evidence, f => f.Value == "欢迎光临娱乐城");
        Assert.DoesNotContain("娱乐城", story.Open(TitleChanged).Sentence.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_that_did_not_change_confirms_the_first_look() => Site
        .At("08:00").SeesGood().At("09:00").Sees(Titled("娱乐城")).LooksNow().Sees(Unchanged).At("09:02")
        .Want(Between("09:00:10", "09:01:40"), Raises(TitleChanged, P1)).AndNothingElse();

    [Fact]
    public void Odd_answer_seen_once_is_told_to_nobody() => Site
        .At("08:00").SeesGood().At("09:00").Sees(Titled("娱乐城")).LooksNow().SeesGood().At("10:00").AndNothingElse();

    [Fact]
    public void Restored_title_closes_it_and_a_defaced_page_never_becomes_the_measure() => Site
        .At("08:00").SeesGood().At("09:00").Sees(Titled("娱乐城")).At("12:00").Want(Between("09:00", "09:02"), Raises(TitleChanged))
        .SeesGood().At("13:00").Want(Between("12:00", "12:02"), Closes(TitleChanged, "NamesTheSite"))
        .Sees(Titled("娱乐城")).At("14:00").Want(Between("13:00", "13:02"), Raises(TitleChanged)).AndNothingElse();

    [Theory]
    [InlineData("")]
    [InlineData("访问被拒绝")]
    [InlineData("403 Forbidden")]
    [InlineData("Just a moment...")]
    public void Page_of_a_firewall_is_no_defacement(string title) => Site
        .At("08:00").SeesGood().At("09:00").Sees(at => Some.Good(at) with { Page = Some.Page(at) with { Title = title, TextLength = 200, OutsideHosts = [] } })
        .At("12:00").AndNothingElse();

    [Fact]
    public void Redesign_under_the_same_name_is_no_defacement_by_title()
    {
        var story = Site.At("08:00").SeesGood().At("09:00").Sees(Titled("首页_玉溪市红塔区人民政府（新版）")).At("12:00").AndNothingElse();
        Assert.Equal("首页_玉溪市红塔区人民政府（新版）", story.Memory.Baseline!.Title);
    }

    [Fact]
    public void Title_that_never_named_the_site_is_a_matter_for_the_register()
    {
        var story = Site.At("08:00").Sees(Titled("欢迎使用本系统")).At("09:00").Want(Between("08:00:10", "08:00:31"), Raises(TitleMismatch, P3));
        story.SeesGood().At("10:00").Want(Between("09:00", "09:02"), Closes(TitleMismatch)).AndNothingElse();
    }

    [Fact]
    public void Site_name_tag_vouches_for_a_title_that_does_not_name_the_site() => Site
        .At("08:00").Sees(at => Some.Good(at) with { Page = Some.Page(at) with { Title = "首页", SiteName = Some.Name } }).At("09:00").AndNothingElse();

    [Fact]
    public void Links_that_mostly_lead_to_strangers_are_raised_at_the_second_look()
    {
        var story = Site.At("08:00").SeesGood().At("09:00").Sees(Linked([.. Some.Hosts[..3], .. Strangers])).At("10:00")
            .Want(Between("09:00:10", "09:02:00"), Raises(LinksReplaced, P1, "StrangeHosts")).AndNothingElse();
        Assert.Contains(story.Open(LinksReplaced).Evidence, f => f.Value.Contains("a.casino.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(4, 0)] // all new, but fewer than five
    [InlineData(5, 4)] // five of nine are less than 60 %
    public void Links_with_few_strangers_are_ordinary_life(int strangers, int known) => Site
        .At("08:00").SeesGood().At("09:00").Sees(Linked([.. Some.Hosts[..known], .. Strangers[..strangers]])).At("10:00").AndNothingElse();

    [Fact]
    public void Links_to_the_government_and_to_new_hosts_of_known_owners_are_no_strangers() => Site
        .At("08:00").SeesGood().At("09:00")
        .Sees(Linked(["www.km.gov.cn", "www.qj.gov.cn", "a.gov.cn", "b.gov.cn", "c.gov.cn", "img7.example.com", "img8.example.com", "x.example.cn"]))
        .At("10:00").AndNothingElse();

    [Fact]
    public void Known_hosts_that_come_back_are_not_new() => Site
        .At("08:00").SeesGood().At("09:00").Sees(Linked(["www.gov.cn"])).At("10:00").Sees(Linked([.. Some.Hosts])).At("11:00").AndNothingElse();

    [Fact]
    public void Missing_keyword_weighs_more_when_all_are_missing() => new Story(Some.Department with { Keywords = ["红塔", "政务公开"] })
        .At("08:00").SeesGood().At("09:00").Sees(Without("红塔")).At("10:00").Want(Between("09:00:10", "09:02"), Raises(KeywordMissing, P3, "SomeMissing"))
        .Sees(Without("红塔", "政务公开")).At("11:00").Want(Between("10:00", "10:02"), Raises(KeywordMissing, P2, "AllMissing"))
        .SeesGood().At("12:00").Want(Between("11:00", "11:02"), Closes(KeywordMissing, "AllPresent")).AndNothingElse();

    [Fact]
    public void Keyword_nobody_asks_for_any_more_is_not_missed() => new Story(Some.Department with { Keywords = ["红塔"] })
        .At("08:00").Sees(Without("红塔")).At("09:00").Want(Between("08:00:10", "08:00:31"), Raises(KeywordMissing, P2))
        .Becomes(p => p with { Keywords = [] }).At("10:00").Want(Between("09:00", "09:02"), Closes(KeywordMissing, "NoneAsked")).AndNothingElse();

    [Fact]
    public void Home_page_that_leads_to_another_owner_is_raised_at_the_second_look() => Site
        .At("08:00").SeesGood().At("09:00").Sees(Led("https://casino.example/")).At("10:00")
        .Want(Between("09:00:10", "09:02"), Raises(LedElsewhere, P2, "AnotherOwner"))
        .SeesGood().At("11:00").Want(Between("10:00", "10:02"), Closes(LedElsewhere, "SameOwner")).AndNothingElse();

    [Theory]
    [InlineData("https://hongta.gov.cn/")]
    [InlineData("https://m.hongta.gov.cn/wap")]
    [InlineData("http://www.HONGTA.gov.cn:8080/index.html")]
    public void Home_page_that_stays_with_its_owner_is_at_home(string final) => Site
        .At("08:00").Sees(at => Led(final)(at) with { Certificate = null }).At("09:00").AndNothingElse();

    [Fact]
    public void Planned_maintenance_holds_what_is_read_and_judges_it_at_its_end() => Maintained()
        .At("08:00").SeesGood().At("09:10").Sees(Titled("系统维护中")).At("11:00")
        .Want(Between("10:00", "10:02"), Raises(TitleChanged, P1)).AndNothingElse();

    [Fact]
    public void Redesign_in_planned_maintenance_is_learnt() => Maintained()
        .At("08:00").SeesGood().At("09:10").Sees(Linked([.. Strangers])).At("12:00").AndNothingElse();

    [Fact]
    public void Adopting_new_words_or_another_address_has_the_page_read_anew()
    {
        var memory = Site.At("08:00").SeesGood().At("09:00").Memory;
        Assert.NotNull(memory.LastRead);
        Assert.Same(memory, SiteJudge.Adopt(memory, Some.Department, Some.Department with { Interval = TimeSpan.FromHours(1) }));
        Assert.Null(SiteJudge.Adopt(memory, Some.Department, Some.Department with { Keywords = ["红塔"] }).LastRead);
        Assert.NotNull(SiteJudge.Adopt(memory, Some.Department, Some.Department with { Name = "新名" }).Baseline);
        Assert.Null(SiteJudge.Adopt(memory, Some.Department, Some.Department with { Url = "https://new.gov.cn/" }).Baseline);
    }

    private static Func<DateTimeOffset, Observation> Titled(string title) =>
        at => Some.Good(at) with { Page = Some.Page(at) with { Title = title } };

    private static Func<DateTimeOffset, Observation> Linked(ImmutableArray<string> hosts) =>
        at => Some.Good(at) with { Page = Some.Page(at) with { OutsideHosts = hosts } };

    private static Func<DateTimeOffset, Observation> Without(params string[] words) =>
        at => Some.Good(at) with { Page = Some.Page(at) with { MissingKeywords = [.. words] } };

    private static Func<DateTimeOffset, Observation> Led(string final) =>
        at => Some.Good(at) with { Http = Some.Good(at).Http! with { FinalUrl = final, Redirects = 1 } };

    private static Observation Unchanged(DateTimeOffset at) => Some.Good(at) with { Page = null, Unchanged = true };

    private static Story Maintained() => new(Some.Department with
    {
        Maintenance = [new(Some.Time("09:00"), Some.Time("10:00"), "改版", "张三")],
    });
}
