using System.Collections.Immutable;

namespace Monitor.Rules.Tests;

public sealed class FindingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, ChinaTime.Offset);

    [Fact]
    public void Reconcile_opens_what_fails_and_tells_it()
    {
        var result = Findings.Reconcile(Nothing, [Fails(Priority.P2, "A")], Now, 0);

        var change = Assert.Single(result.Changes);
        Assert.Equal((FindingCode.HomeStale, "A", (Priority?)null), (change.Code, change.Reason, change.Was));
        Assert.Equal(change.Finding, result.Open[FindingCode.HomeStale]);
    }

    [Fact]
    public void Reconcile_tells_another_weight_and_keeps_since()
    {
        var open = Findings.Reconcile(Nothing, [Fails(Priority.P3, "A")], Now, 0);

        var result = Findings.Reconcile(open.Open, [Fails(Priority.P2, "A", Now.AddHours(1))], Now.AddHours(1), open.LastNo);

        var change = Assert.Single(result.Changes);
        Assert.Equal((Priority.P2, Priority.P3, Now), (change.Finding!.Priority, change.Was!.Value, change.Finding.Since));
    }

    [Fact]
    public void Reconcile_tells_another_reason()
    {
        var open = Findings.Reconcile(Nothing, [Fails(Priority.P3, "A")], Now, 0);
        Assert.Equal("B", Assert.Single(Findings.Reconcile(open.Open, [Fails(Priority.P3, "B")], Now, open.LastNo).Changes).Reason);
    }

    [Fact]
    public void Reconcile_takes_fresher_words_in_silence()
    {
        var open = Findings.Reconcile(Nothing, [Fails(Priority.P3, "A")], Now, 0);
        var fresher = new Verdict.Fails(((Verdict.Fails)Fails(Priority.P3, "A")).Finding with { Sentence = new("新", "new") });

        var result = Findings.Reconcile(open.Open, [fresher], Now, open.LastNo);

        Assert.Empty(result.Changes);
        Assert.Equal("新", result.Open[FindingCode.HomeStale].Sentence.Zh);
    }

    [Fact]
    public void Reconcile_closes_what_passes_with_the_reason()
    {
        var open = Findings.Reconcile(Nothing, [Fails(Priority.P3, "A")], Now, 0);

        var result = Findings.Reconcile(open.Open, [new Verdict.Passes(FindingCode.HomeStale, "Renewed")], Now, open.LastNo);

        var change = Assert.Single(result.Changes);
        Assert.Null(change.Finding);
        Assert.Equal("Renewed", change.Reason);
        Assert.Empty(result.Open);
    }

    [Fact]
    public void Reconcile_leaves_alone_what_cannot_be_told()
    {
        var open = Findings.Reconcile(Nothing, [Fails(Priority.P3, "A")], Now, 0);
        var result = Findings.Reconcile(open.Open, [new Verdict.Unknown(FindingCode.HomeStale, "NoDates")], Now, open.LastNo);
        Assert.Same(open.Open, result.Open);
        Assert.Empty(result.Changes);
    }

    [Fact]
    public void Reconcile_is_silent_about_what_passes_and_never_stood() =>
        Assert.Empty(Findings.Reconcile(Nothing, [new Verdict.Passes(FindingCode.HomeStale, "Fresh")], Now, 0).Changes);

    [Theory]
    [InlineData(0L, 1_763_596_800_000L)]
    [InlineData(1_763_596_800_000L, 1_763_596_800_001L)]
    [InlineData(9_000_000_000_000L, 9_000_000_000_001L)]
    public void Change_numbers_grow_with_the_clock_and_with_each_other(long last, long next) =>
        Assert.Equal(next, Findings.NextNo(last, DateTimeOffset.FromUnixTimeMilliseconds(1_763_596_800_000L)));

    [Fact]
    public void CloseAll_closes_everything_with_growing_numbers()
    {
        var other = new Verdict.Fails(((Verdict.Fails)Fails(Priority.P1, "A")).Finding with { Code = FindingCode.SiteDown });
        var open = Findings.Reconcile(Nothing, [Fails(Priority.P3, "A"), other], Now, 0);

        var result = Findings.CloseAll(open.Open, "Retired", Now, open.LastNo);

        Assert.Equal([FindingCode.SiteDown, FindingCode.HomeStale], result.Changes.Select(c => c.Code));
        Assert.True(result.Changes[0].No > open.LastNo && result.Changes[1].No > result.Changes[0].No);
        Assert.Empty(result.Open);
    }

    private static ImmutableDictionary<FindingCode, Finding> Nothing => ImmutableDictionary<FindingCode, Finding>.Empty;

    private static Verdict Fails(Priority priority, string reason, DateTimeOffset? since = null) => new Verdict.Fails(new(
        FindingCode.HomeStale, priority, reason, new("旧", "old"), RuleSet.National2019.Basis("监测2周，首页无信息更新"), [], since ?? Now));
}
