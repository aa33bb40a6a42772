using Monitor.Rules.Desk;
using static Monitor.Rules.Desk.AlarmEventKind;
using static Monitor.Rules.Desk.AlarmState;
using static Monitor.Rules.Priority;

namespace Monitor.Rules.Tests.Desk;

public sealed class DeskRuleTests
{
    private static AlarmStory Story => new();

    [Fact]
    public void Finding_that_opens_raises_an_alarm_with_all_it_says()
    {
        var alarm = Story.Opens(P1).Current;

        Assert.Equal(("530400-1", "5304020001", "红塔区", "区政府办"), (alarm.Id, alarm.Target, alarm.TargetName, alarm.Unit));
        Assert.Equal((P1, Open, "Timeout", 1, 1, true), (alarm.Priority, alarm.State, alarm.Reason, alarm.Count, alarm.Version, alarm.Standing));
        Assert.Equal((AlarmStory.Start, AlarmStory.Start), (alarm.RaisedAt, alarm.LastAt));
    }

    [Fact]
    public void Finding_that_goes_before_anybody_looked_waits_for_a_person()
    {
        var story = Story.Opens().After(3).Closes();
        Assert.Equal((AlarmState.Recovered, false, story.Now), (story.Current.State, story.Current.Standing, story.Current.RecoveredAt));
        Assert.Equal("OpensAgain", story.Steps[^1].Note);
    }

    [Fact]
    public void Finding_that_goes_under_somebodys_eyes_settles_its_alarm()
    {
        var story = Story.Opens().Acknowledge("张三").After(3).Closes();
        Assert.Equal((AlarmState.Resolved, "recovered", story.Now), (story.Current.State, story.Current.Resolution, story.Current.ResolvedAt));
        Assert.Equal((AlarmEventKind.Recovered, "张三"), (story.Steps[^1].Kind, story.Current.Owner));
    }

    [Fact]
    public void Finding_that_comes_back_before_anybody_looked_is_the_same_alarm_open_again()
    {
        var story = Story.Opens().After(3).Closes().After(1).Opens(P2, "Connect");
        Assert.Equal([Raised, AlarmEventKind.Recovered, Recurred], story.Kinds);
        Assert.Equal(("530400-1", Open, 2, true, "Connect"), (story.Current.Id, story.Current.State, story.Current.Count, story.Current.Standing, story.Current.Reason));
        Assert.Null(story.Current.RecoveredAt);
        Assert.Equal((AlarmStory.Start, story.Now), (story.Current.RaisedAt, story.Current.LastAt));
    }

    [Fact]
    public void Finding_that_opens_twice_under_a_lease_stays_with_its_holder()
    {
        var story = Story.Opens().Acknowledge("张三").After(2).Opens();
        Assert.Equal((AlarmState.Acknowledged, "张三", 2), (story.Current.State, story.Current.Owner, story.Current.Count));
    }

    [Fact]
    public void Finding_that_comes_back_worse_breaks_the_lease()
    {
        var story = Story.Opens().Acknowledge("张三").After(2).Opens(P1);
        Assert.Equal((Open, null, null), (story.Current.State, story.Current.Owner, story.Current.LeaseUntil));
    }

    [Fact]
    public void Finding_that_comes_back_after_its_alarm_was_settled_raises_a_new_one()
    {
        var story = Story.Opens().Acknowledge("张三").Closes().After(9).Opens();
        Assert.Equal(("530400-3", 1, 1, Open), (story.Current.Id, story.Current.Version, story.Current.Count, story.Current.State));
    }

    [Fact]
    public void Finding_that_gets_worse_opens_an_acknowledged_alarm_again()
    {
        var story = Story.Opens(P2).Acknowledge("张三").After(1).Weighs(P2, P1);
        Assert.Equal((Changed, Open, P1, 1), (story.Steps[^1].Kind, story.Current.State, story.Current.Priority, story.Current.Count));
    }

    [Fact]
    public void Finding_that_gets_lighter_stays_with_its_holder()
    {
        var story = Story.Opens(P2).Acknowledge("张三").Weighs(P2, P3);
        Assert.Equal((Changed, AlarmState.Acknowledged, P3, "张三"), (story.Steps[^1].Kind, story.Current.State, story.Current.Priority, story.Current.Owner));
    }

    [Fact]
    public void Finding_that_says_the_same_again_is_dropped() => Assert.Equal([Raised], Story.Opens().Weighs(P2, P2).Kinds);

    [Fact]
    public void Closing_of_what_no_alarm_stands_for_is_dropped()
    {
        Assert.Empty(Story.Closes().Steps);
        Assert.Equal(2, Story.Opens().Closes().Closes().Steps.Count);
    }

    [Fact]
    public void Resolved_alarm_whose_finding_stands_is_not_raised_again_by_a_lighter_weight()
    {
        var story = Story.Opens(P2).Resolve("张三", "已通知主办单位").After(5);
        Assert.True(story.Current.Standing);

        Assert.Equal(2, story.Weighs(P2, P2, "Connect").Weighs(P2, P3).Steps.Count);
    }

    [Fact]
    public void Resolved_alarm_whose_finding_gets_worse_raises_a_new_one() =>
        Assert.Equal([Raised, AlarmEventKind.Resolved, Raised], Story.Opens(P2).Resolve("张三", "已通知").Weighs(P2, P1).Kinds);

    [Fact]
    public void Resolved_alarm_whose_finding_opens_anew_raises_a_new_one() =>
        Assert.Equal([Raised, AlarmEventKind.Resolved, Raised], Story.Opens(P2).Resolve("张三", "已通知").Closes().Opens().Kinds);

    [Fact]
    public void Last_moment_of_an_alarm_never_moves_back() =>
        Assert.Equal(AlarmStory.Start, Story.Opens().After(-10).Weighs(P2, P1).Current.LastAt);
}
