namespace Monitor.Rules.Tests;

public sealed class BlindnessTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, false, "TooFewTargets")]
    [InlineData(19, 19, 0, 0, false, "TooFewTargets")]
    [InlineData(20, 20, 0, 0, true, "TooManyFailTogether")]
    [InlineData(50, 100, 0, 0, false, "EnoughTargetsAnswer")] // half is not more than half
    [InlineData(51, 100, 0, 0, true, "TooManyFailTogether")]
    [InlineData(10_000, 10_000, 2, 2, false, "ReferencesAnswer")] // the storm is real: the references vouch
    [InlineData(10_000, 10_000, 2, 1, false, "ReferencesAnswer")]
    [InlineData(100, 100, 3, 1, true, "TooManyFailTogether")] // too few of them vouch
    [InlineData(5, 100, 3, 1, false, "EnoughTargetsAnswer")]
    [InlineData(0, 100, 2, 0, true, "NoReferenceAnswers")]
    [InlineData(100_000_000, 100_000_000, 0, 0, true, "TooManyFailTogether")]
    public void Doubt_falls_on_ourselves_or_on_the_targets(int failed, int seen, int asked, int answered, bool blind, string reason) =>
        Assert.Equal(new(blind, reason), Blindness.Judge(new(failed, seen, asked, answered), BlindnessSettings.Default));

    [Theory]
    [InlineData(31, true)]
    [InlineData(30, false)]
    public void Doubt_ends_at_a_lower_share_than_it_began(int failed, bool blind)
    {
        var facts = new BlindnessFacts(failed, 100, 0, 0);
        Assert.Equal(blind, Blindness.Judge(facts, BlindnessSettings.Default, wasBlind: true).Blind);
        Assert.False(Blindness.Judge(facts, BlindnessSettings.Default).Blind);
    }
}
