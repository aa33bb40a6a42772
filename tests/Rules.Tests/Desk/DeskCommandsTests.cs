using Monitor.Rules.Desk;
using static Monitor.Rules.Desk.AlarmState;
using static Monitor.Rules.Priority;

namespace Monitor.Rules.Tests.Desk;

public sealed class DeskCommandsTests
{
    private static AlarmStory Opened => new AlarmStory().Opens(P1).After(1);

    [Fact]
    public void Acknowledge_takes_an_open_alarm_for_thirty_minutes()
    {
        var story = Opened.Acknowledge("张三", " 正在核实 ");
        Assert.Equal((Acknowledged, "张三", 2), (story.Current.State, story.Current.Owner, story.Current.Version));
        Assert.Equal((story.Now, story.Now.AddMinutes(30)), (story.Current.AcknowledgedAt, story.Current.LeaseUntil));
        Assert.Equal("正在核实", story.Steps[^1].Note);
    }

    [Fact]
    public void Acknowledge_by_the_holder_renews_the_lease()
    {
        var story = Opened.Acknowledge("张三").After(20).Acknowledge("张三");
        Assert.Equal(story.Now.AddMinutes(30), story.Current.LeaseUntil);
    }

    [Fact]
    public void Acknowledge_does_not_take_an_alarm_from_under_somebody()
    {
        var story = Opened.Acknowledge("张三").Acknowledge("李四");
        var refused = Assert.IsType<DeskAnswer.Refused>(story.Answer);
        Assert.Equal(DeskRefusal.HeldByAnother, refused.Why);
        Assert.Contains("张三", refused.Sentence.Zh, StringComparison.Ordinal);
        Assert.Equal("张三", story.Current.Owner);
    }

    [Fact]
    public void Acknowledge_takes_over_once_the_lease_has_ended() =>
        Assert.Equal("李四", Opened.Acknowledge("张三").After(30).Acknowledge("李四").Current.Owner);

    [Fact]
    public void Acknowledge_settles_what_recovered()
    {
        var story = Opened.Closes().After(5).Acknowledge("张三");
        Assert.Equal((Resolved, "recovered", "张三", story.Now), (story.Current.State, story.Current.Resolution, story.Current.Owner, story.Current.ResolvedAt));
        Assert.Equal(AlarmEventKind.Acknowledged, story.Steps[^1].Kind);
    }

    [Fact]
    public void Resolve_ends_an_alarm_in_every_state_that_is_not_resolved()
    {
        Assert.Equal(Resolved, Opened.Resolve("张三", "误报").Current.State);
        Assert.Equal(Resolved, Opened.Acknowledge("张三").Resolve("李四", "误报").Current.State);
        Assert.Equal(Resolved, Opened.Closes().Resolve("张三", "误报").Current.State);
    }

    [Fact]
    public void Resolve_keeps_the_words_and_says_whether_the_finding_stands()
    {
        var story = Opened.Acknowledge("张三").Resolve("李四", " 已通知主办单位 ");
        Assert.Equal(("已通知主办单位", "张三", true), (story.Current.Resolution, story.Current.Owner, story.Current.Standing));
        Assert.Null(story.Current.LeaseUntil);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Resolve_needs_a_note(string? note) => Refuses(Opened.Resolve("张三", note), DeskRefusal.NoteMissing);

    [Fact]
    public void Command_on_a_resolved_alarm_is_refused()
    {
        Refuses(Opened.Resolve("张三", "误报").Acknowledge("李四"), DeskRefusal.AlreadyResolved);
        Refuses(Opened.Resolve("张三", "误报").Resolve("李四", "误报"), DeskRefusal.AlreadyResolved);
    }

    [Fact]
    public void Command_that_saw_an_older_alarm_conflicts_and_changes_nothing()
    {
        var story = Opened.Acknowledge("张三").Resolve("李四", "误报", version: 1);
        Assert.Equal(2, Assert.IsType<DeskAnswer.Conflict>(story.Answer).Now.Version);
        Assert.Equal(Acknowledged, story.Current.State);
    }

    [Fact]
    public void Command_without_a_version_is_refused() =>
        Assert.Equal(
            DeskRefusal.VersionMissing,
            Assert.IsType<DeskAnswer.Refused>(DeskCommands.Acknowledge(Opened.Current, null, "张三", null, AlarmStory.Start)).Why);

    [Fact]
    public void Note_is_kept_in_every_state_and_leaves_the_state_alone()
    {
        var story = Opened.Resolve("张三", "误报").Note("补充：已致电");
        Assert.Equal((Resolved, 3, "补充：已致电"), (story.Current.State, story.Current.Version, story.Steps[^1].Note));
    }

    [Fact]
    public void Note_has_one_to_a_thousand_characters()
    {
        Refuses(Opened.Note(" "), DeskRefusal.NoteMissing);
        Refuses(Opened.Note(new string('长', 1001)), DeskRefusal.NoteTooLong);
        Assert.IsType<DeskAnswer.Done>(Opened.Note(new string('长', 1000)).Answer);
    }

    [Fact]
    public void Lease_that_ends_gives_the_alarm_back_and_says_who_had_it()
    {
        var story = Opened.Acknowledge("张三").After(30).LeaseSweep();
        Assert.Equal((Open, null, null, null), (story.Current.State, story.Current.Owner, story.Current.AcknowledgedAt, story.Current.LeaseUntil));
        Assert.Equal((AlarmEventKind.LeaseEnded, "张三"), (story.Steps[^1].Kind, story.Steps[^1].Note));
    }

    [Fact]
    public void Lease_that_runs_is_left_alone()
    {
        Assert.Equal(2, Opened.Acknowledge("张三").After(29).LeaseSweep().Steps.Count);
        Assert.Single(Opened.After(60).LeaseSweep().Steps);
    }

    private static void Refuses(AlarmStory story, DeskRefusal why) =>
        Assert.Equal(why, Assert.IsType<DeskAnswer.Refused>(story.Answer).Why);
}
