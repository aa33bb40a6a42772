using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Sites;

public sealed class ConditionTests
{
    private static readonly DateTimeOffset Now = Some.Time("08:00");
    private static readonly Failure Why = Some.Failure(FailureClass.Connect);

    public static TheoryData<Availability, SiteCondition> Table => new()
    {
        { new Availability.Up(Now), SiteCondition.Normal },
        { new Availability.Suspect(Now, Why), SiteCondition.Suspect },
        { new Availability.Down(Now, Why), SiteCondition.Down },
        { new Availability.Recovering(Now, Why), SiteCondition.Down },
        { new Availability.Blocked(Now, Why), SiteCondition.Blocked },
        { new Availability.Unseen(), SiteCondition.Unknown },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Condition_follows_availability(Availability availability, SiteCondition condition) =>
        Assert.Equal(condition, Of(availability, Some.Portal, Now));

    [Fact]
    public void Condition_is_unknown_once_the_look_is_older_than_its_promise()
    {
        Assert.Equal(SiteCondition.Normal, Of(new Availability.Up(Now), Some.Portal, Now.AddSeconds(-150)));
        Assert.Equal(SiteCondition.Unknown, Of(new Availability.Up(Now), Some.Portal, Now.AddSeconds(-151)));
        Assert.Equal(SiteCondition.Unknown, Of(new Availability.Up(Now), Some.Portal, null));
    }

    [Fact]
    public void Look_made_blind_is_no_look()
    {
        var memory = SiteMemory.Blank with { Availability = new Availability.Up(Now) };
        Assert.Equal(SiteCondition.Unknown, SiteJudge.Condition(memory, Some.Portal, Some.Good(Now) with { Sighted = false }, Now));
        Assert.Equal(SiteCondition.Normal, SiteJudge.Condition(memory, Some.Portal, Some.Good(Now), Now));
    }

    [Fact]
    public void Maintenance_shows_while_it_is_fresh_and_a_pause_always()
    {
        var maintained = Some.Portal with { Maintenance = [new(Now, Now.AddHours(1), "升级", "张三")] };
        Assert.Equal(SiteCondition.Maintenance, Of(new Availability.Down(Now, Why), maintained, Now));
        Assert.Equal(SiteCondition.Unknown, Of(new Availability.Down(Now, Why), maintained, Now.AddHours(-1)));
        Assert.Equal(SiteCondition.Paused, Of(new Availability.Up(Now), Some.Portal with { Paused = true }, null));
    }

    private static SiteCondition Of(Availability availability, SiteProfile profile, DateTimeOffset? lastSeen) =>
        SiteJudge.Condition(SiteMemory.Blank with { Availability = availability }, profile, lastSeen, Now);
}
