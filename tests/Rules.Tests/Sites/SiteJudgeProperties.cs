using FsCheck;
using FsCheck.Fluent;
using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Sites;

/// <summary>What holds whatever a site, its firewall and our own line do, in any order.</summary>
public sealed class SiteJudgeProperties
{
    private static readonly FailureClass[] Classes = Enum.GetValues<FailureClass>();

    [Fact]
    public void Outage_is_never_opened_without_two_failures_or_a_permanent_one() => ForAnyLife(life =>
    {
        var failures = 0;
        foreach (var (seen, _, decision) in life)
        {
            failures = IsFailure(seen) ? failures + 1 : Opens(seen) ? 0 : failures;
            var permanent = seen is { Sighted: true, Failure.Class: FailureClass.DnsNoName or FailureClass.CertificateExpired };
            if (Told(decision, FindingCode.SiteDown)?.Finding is not null && failures < 2 && !permanent)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Outage_is_never_closed_without_two_successes_in_a_row() => ForAnyLife(life =>
    {
        var successes = 0;
        foreach (var (seen, _, decision) in life)
        {
            successes = Opens(seen) ? successes + 1 : IsFailure(seen) ? 0 : successes;
            if (Told(decision, FindingCode.SiteDown) is { Finding: null } && successes < 2)
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Refused_and_blind_looks_neither_open_nor_close_an_outage() => ForAnyLife(life => life.All(step =>
        IsFailure(step.Seen) || Opens(step.Seen) || Told(step.Decision, FindingCode.SiteDown) is null));

    [Fact]
    public void Blind_looks_change_nothing() => ForAnyLife(life => life.All(step =>
        step.Seen.Sighted || (ReferenceEquals(step.Before, step.Decision.Memory) && step.Decision.Changes.IsEmpty && !step.Decision.MustSave)));

    [Fact]
    public void Change_numbers_strictly_grow() => ForAnyLife(life =>
    {
        var numbers = life.SelectMany(step => step.Decision.Changes).Select(c => c.No).ToList();
        return numbers.Zip(numbers.Skip(1), (a, b) => a < b).All(grows => grows);
    });

    [Fact]
    public void Changes_told_add_up_to_what_stands() => ForAnyLife(life =>
    {
        var told = new Dictionary<FindingCode, Finding>();
        foreach (var change in life.SelectMany(step => step.Decision.Changes))
        {
            var known = told.Remove(change.Code);
            if (change.Finding is null ? !known : known == change.Was is null)
            {
                return false;
            }

            if (change.Finding is { } finding)
            {
                told[change.Code] = finding;
            }
        }

        var open = life.Count == 0 ? SiteMemory.Blank.Open : life[^1].Decision.Memory.Open;
        return told.Keys.Order().SequenceEqual(open.Keys.Order())
            && told.All(t => open[t.Key].Priority == t.Value.Priority && open[t.Key].Reason == t.Value.Reason);
    });

    [Fact]
    public void News_and_doubts_are_always_saved() => ForAnyLife(life => life.All(step =>
        step.Decision.MustSave || (step.Decision.Changes.IsEmpty && step.Before.Availability == step.Decision.Memory.Availability)));

    [Fact]
    public void Next_look_comes_soon_in_doubt_and_within_the_promise_always() => ForAnyLife(life => life.All(step =>
        step.Decision.NextLook >= TimeSpan.FromSeconds(10) && step.Decision.NextLook <= Some.Portal.Interval * 1.6
        && (step.Decision.Memory.Availability is not (Availability.Suspect or Availability.Recovering) || step.Decision.NextLook <= TimeSpan.FromSeconds(30))));

    [Fact]
    public void Every_finding_carries_all_that_is_needed_to_stand_by_it() => ForAnyLife(life =>
        life.SelectMany(step => step.Decision.Memory.Open.Values).All(f =>
            f.Reason.Length > 0 && f.Sentence.Zh.Length is > 0 and <= 500 && f.Sentence.En.Length is > 0 and <= 500
            && f.Basis.Wording.Length > 0 && f.Basis.RuleSet.Length > 0 && f.Basis.Version.Length > 0
            && !f.Evidence.IsDefaultOrEmpty && f.Evidence.All(e => e.Value.Length <= 300)));

    private static void ForAnyLife(Func<List<(Observation Seen, SiteMemory Before, SiteDecision Decision)>, bool> holds) =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), deeds => holds(Live(deeds)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200));

    private static List<(Observation, SiteMemory, SiteDecision)> Live(byte[] deeds)
    {
        var (memory, at) = (SiteMemory.Blank, Some.Time("00:00"));
        var life = new List<(Observation, SiteMemory, SiteDecision)>();
        foreach (var deed in deeds)
        {
            var seen = See(deed, at);
            var decision = SiteJudge.Judge(memory, Some.Portal, seen, RuleSet.National2019, at + seen.Phases.Total, deed / 256.0);
            life.Add((seen, memory, decision));
            memory = decision.Memory;
            at += seen.Phases.Total + decision.NextLook + (deed % 31 == 0 ? TimeSpan.FromDays(deed / 31) : TimeSpan.Zero);
        }

        return life;
    }

    private static Observation See(byte deed, DateTimeOffset at) => (deed % 32) switch
    {
        < 10 => Some.Good(at),
        < 27 and var n => Some.Fails(at, Classes[n - 10]),
        27 => Some.Good(at) with { Page = Some.Page(at) with { Title = "娱乐城", Latest = null } },
        28 => Some.Good(at) with { Page = Some.Page(at) with { OutsideHosts = ["a.test", "b.test", "c.test", "d.test", "e.test"] } },
        29 => Some.Good(at) with { Page = Some.Page(at) with { Latest = new(new(2026, 11, 1), "旧闻", null) } },
        30 => Some.Good(at) with { Page = null, Unchanged = true },
        _ => Some.Fails(at, FailureClass.Connect) with { Sighted = false },
    };

    private static bool Opens(Observation seen) => Look.Of(seen, RuleSet.National2019) is Look.Opened;

    private static bool IsFailure(Observation seen) => Look.Of(seen, RuleSet.National2019) is Look.Failed;

    private static FindingChange? Told(SiteDecision decision, FindingCode code) => decision.Changes.FirstOrDefault(c => c.Code == code);
}
