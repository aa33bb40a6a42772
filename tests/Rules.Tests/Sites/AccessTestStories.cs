using static Monitor.Rules.FindingCode;
using static Monitor.Rules.Priority;
using static Monitor.Rules.Tests.Sites.Telling;

namespace Monitor.Rules.Tests.Sites;

public sealed class AccessTestStories
{
    private static Story Hourly => new(Some.Department with { Interval = TimeSpan.FromMinutes(30) });

    [Fact]
    public void Night_that_is_down_is_warned_of_and_becomes_a_veto_when_the_week_is_full()
    {
        // Seven slots of 72 min fail between 00:00 and 08:24 of the first day.
        var story = Hourly.At("00:00").Sees(FailureClass.Http5xx).At("08:10").SeesGood().At("12:00", 8);

        story.Want(Between("00:00", "00:01"), Raises(SiteDown))
            .Want(Between("04:40", "05:30"), Raises(AccessNearVeto, P3, "FailuresLeft2"))
            .Want(Between("06:00", "06:40"), Raises(AccessNearVeto, P3, "FailuresLeft1"))
            .Want(Between("07:12", "07:55"), Raises(AccessNearVeto, P3, "VetoCertain"))
            .Want(Between("08:10", "09:10"), Closes(SiteDown))
            .Want(Between("00:00", "00:50", 7), Closes(AccessNearVeto, "VetoReached"))
            .Want(Between("00:00", "00:50", 7), Raises(AccessVeto, P2, "VetoReached"))
            .Want(Between("00:00", "00:50", 8), Closes(AccessVeto, "BelowVeto"))
            .AndNothingElse();
    }

    [Fact]
    public void Veto_says_its_numbers_and_its_source()
    {
        var finding = Hourly.At("00:00").Sees(FailureClass.Http5xx).At("08:10").SeesGood().At("12:00", 7).Open(AccessVeto);
        Assert.Equal("国办秘函〔2019〕19号", finding.Basis.RuleSet);
        Assert.Contains("7", finding.Sentence.Zh, StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, f => f.Value.EndsWith("/ 140", StringComparison.Ordinal));
    }

    [Fact]
    public void Counted_access_is_saved()
    {
        var story = Hourly.At("00:00").SeesGood().At("00:40");
        var before = story.Saves;
        story.At("02:20");
        Assert.Equal(before + 1, story.Saves);
    }
}
