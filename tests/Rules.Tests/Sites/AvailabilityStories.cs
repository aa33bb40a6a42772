using Monitor.Rules.Sites;
using static Monitor.Rules.FailureClass;
using static Monitor.Rules.FindingCode;
using static Monitor.Rules.Priority;
using static Monitor.Rules.Tests.Sites.Telling;

namespace Monitor.Rules.Tests.Sites;

public sealed class AvailabilityStories
{
    private static Story Portal => new(Some.Portal with { Interval = TimeSpan.FromSeconds(60) });

    [Fact]
    public void Portal_that_goes_down_is_raised_at_the_second_look_ten_to_thirty_seconds_later()
    {
        var story = Portal.At("08:00").SeesGood().At("08:10").Sees(Connect).At("08:20");

        var first = story.Looks.First(l => l >= Some.Time("08:10"));
        story.Want(new Span(first.AddSeconds(10), first.AddSeconds(31)), Raises(SiteDown, P1, "Connect")).AndNothingElse();
        Assert.Equal(first, story.Open(SiteDown).Since);
    }

    [Fact]
    public void Department_that_goes_down_is_urgent_not_most_urgent() => new Story(Some.Department)
        .At("08:00").Sees(Http5xx).At("08:05")
        .Want(Between("08:00:10", "08:00:31"), Raises(SiteDown, P2, "Http5xx")).AndNothingElse();

    [Fact]
    public void Single_failure_is_told_to_nobody()
    {
        var story = Portal.At("08:00").Sees(Dns).At("08:00:05").SeesGood().At("09:00").AndNothingElse();
        Assert.IsType<Availability.Up>(story.Memory.Availability);
    }

    [Theory]
    [InlineData(DnsNoName)]
    [InlineData(CertificateExpired)]
    public void Permanent_failure_is_raised_at_once(FailureClass failure) => Portal
        .At("08:00:00").Sees(failure).At("08:00:05")
        .Want(Between("08:00:00", "08:00:01"), Raises(SiteDown, P1, failure.ToString())).AndNothingElse();

    [Fact]
    public void Outage_ends_at_the_second_success_and_not_at_the_first()
    {
        var story = Portal.At("08:00").Sees(FailureClass.Timeout).At("08:10").Want(Between("08:00:25", "08:01:00"), Raises(SiteDown)).SeesGood().At("08:20");

        var first = story.Looks.First(l => l >= Some.Time("08:10"));
        story.Want(new Span(first.AddSeconds(10), first.AddSeconds(31)), Closes(SiteDown, "OpensAgain")).AndNothingElse();
    }

    [Fact]
    public void Failure_between_two_successes_is_the_same_outage()
    {
        var story = Portal.At("08:00:00").Sees(Connect).At("08:05");
        var since = story.Open(SiteDown).Since;
        story.Want(Between("08:00:10", "08:00:31"), Raises(SiteDown));

        story.SeesGood().LooksNow().Sees(Connect).At("08:06");

        story.AndNothingElse();
        Assert.Equal(since, Assert.IsType<Availability.Down>(story.Memory.Availability).Since);
    }

    [Fact]
    public void Two_looks_within_ten_seconds_are_one_failure() => Portal
        .At("08:00:00").Sees(Connect).At("08:00:03").LooksNow().At("08:00:06").LooksNow().AndNothingElse();

    [Fact]
    public void Failures_far_apart_do_not_confirm_each_other()
    {
        var story = Portal.At("08:00:00").Sees(Connect).LooksNow().SeesNothing().At("09:00:00").Sees(Connect).LooksNow();

        story.AndNothingElse();
        Assert.Equal(Some.Time("09:00"), Assert.IsType<Availability.Suspect>(story.Memory.Availability).Since);
    }

    [Fact]
    public void Blind_eyes_change_nothing_but_the_next_look()
    {
        var story = Portal.At("08:00").SeesGood().At("08:05");
        var before = story.Memory;

        story.SeesNothing().At("09:00").AndNothingElse();

        Assert.Same(before, story.Memory);
        Assert.True(story.Looks.Count(l => l > Some.Time("08:05")) > 50, "it goes on looking");
    }

    [Fact]
    public void Firewall_is_noted_at_the_second_refusal_and_never_as_an_outage() => Portal
        .At("08:00").SeesGood().At("08:10").Sees(Blocked).At("09:10")
        .Want(Between("08:11:00", "08:12:40"), Raises(SiteBlocked, P3, "Blocked")).SeesGood().At("09:20")
        .Want(Between("09:10:00", "09:11:40"), Closes(SiteBlocked, "LetIn")).AndNothingElse();

    [Fact]
    public void Outage_that_turns_into_a_firewall_stays_open_until_it_opens_twice()
    {
        var story = Portal.At("08:00").Sees(Connect).At("08:05").Want(Between("08:00:10", "08:00:31"), Raises(SiteDown))
            .Sees(Blocked).At("08:20").Want(Between("08:06:00", "08:08:00"), Raises(SiteBlocked)).AndNothingElse();
        Assert.Equal(SiteCondition.Blocked, SiteJudge.Condition(story.Memory, story.Profile, Some.Time("08:19:30"), Some.Time("08:20")));

        story.SeesGood().At("08:30")
            .Want(Between("08:20:00", "08:21:40"), Closes(SiteBlocked))
            .Want(Between("08:20:10", "08:22:20"), Closes(SiteDown)).AndNothingElse();
    }

    [Fact]
    public void Outage_resumes_when_the_firewall_gives_way_to_a_failure()
    {
        var story = Portal.At("08:00:00").Sees(Connect).At("08:05").Sees(Blocked).At("08:06:40").Sees(FailureClass.Timeout).At("08:08:30");
        Assert.Equal(Some.Time("08:00:00"), Assert.IsType<Availability.Down>(story.Memory.Availability).Since);
    }

    [Fact]
    public void Refused_address_is_no_fault_of_the_site()
    {
        var story = Portal.At("08:00").Sees(AddressRefused).At("08:10").AndNothingElse();

        Assert.Equal(AddressRefused, Assert.IsType<Availability.Unseen>(story.Memory.Availability).Why?.Class);
        Assert.Equal(SiteCondition.Unknown, SiteJudge.Condition(story.Memory, story.Profile, Some.Time("08:09:30"), Some.Time("08:10")));
    }

    [Fact]
    public void Distrusted_certificate_is_not_an_outage() =>
        Assert.IsType<Availability.Up>(Portal.At("08:00").Sees(FailureClass.CertificateInvalid).At("08:10").Memory.Availability);

    [Fact]
    public void Answer_that_takes_fifteen_seconds_did_not_open() => Portal
        .At("08:00").Sees(at => Some.Good(at) with { Phases = Some.Took(15) }).At("08:05")
        .Want(Between("08:00:25", "08:01:00"), Raises(SiteDown, P1, "Timeout")).AndNothingElse();

    [Fact]
    public void Outage_within_planned_maintenance_is_told_to_nobody() => Maintained()
        .At("08:00").SeesGood().At("09:10").Sees(Http5xx).At("09:50").SeesGood().At("11:00").AndNothingElse();

    [Fact]
    public void Outage_that_outlasts_maintenance_is_raised_at_its_end() => Maintained()
        .At("08:00").SeesGood().At("09:10").Sees(Http5xx).At("10:30")
        .Want(Between("10:00:00", "10:01:40"), Raises(SiteDown, P1)).AndNothingElse();

    [Fact]
    public void Outage_from_before_maintenance_stays_open_through_it_and_closes_in_it() => Maintained()
        .At("08:50").Sees(Http5xx).At("09:30").Want(Between("08:50:10", "08:50:31"), Raises(SiteDown)).SeesGood().At("10:30")
        .Want(Between("09:30:10", "09:32:20"), Closes(SiteDown)).AndNothingElse();

    [Fact]
    public void Site_that_becomes_a_portal_is_weighed_anew() => new Story(Some.Department)
        .At("08:00").Sees(Connect).At("08:05").Want(Between("08:00:10", "08:00:31"), Raises(SiteDown, P2))
        .Becomes(p => p with { IsPortal = true }).At("08:10").Want(Between("08:05:00", "08:06:40"), Raises(SiteDown, P1)).AndNothingElse();

    [Fact]
    public void Failure_of_another_kind_during_an_outage_is_no_news() => Portal
        .At("08:00").Sees(Connect).At("08:05").Sees(FailureClass.Timeout).At("08:10").Sees(Dns).At("08:15")
        .Want(Between("08:00:10", "08:00:31"), Raises(SiteDown, P1, "Connect")).AndNothingElse();

    [Fact]
    public void Lost_memory_goes_on_with_higher_numbers()
    {
        var story = Portal.At("08:00").Sees(Connect).At("08:05");
        var before = story.Memory.LastChangeNo;

        story.Forgets().At("08:10");

        Assert.True(story.Memory.LastChangeNo > before);
    }

    [Fact]
    public void Ordinary_good_looks_are_not_saved()
    {
        var story = Portal.At("08:00").SeesGood().At("08:30");
        var saves = story.Saves;
        story.At("08:50");
        Assert.Equal(saves, story.Saves);
    }

    private static Story Maintained() => new(Some.Portal with
    {
        Maintenance = [new(Some.Time("09:00"), Some.Time("10:00"), "升级", "张三")],
    });
}
