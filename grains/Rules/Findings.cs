using System.Collections.Immutable;

namespace Monitor.Rules;

/// <summary>What stands after a pass of rules, and what of it is news.</summary>
/// <param name="Open">Every finding that stands.</param>
/// <param name="Changes">What opened, changed its weight or closed, in the order of the rules.</param>
/// <param name="LastNo">Number of the last change ever told.</param>
public sealed record Reconciled(
    ImmutableDictionary<FindingCode, Finding> Open,
    ImmutableArray<FindingChange> Changes,
    long LastNo);

/// <summary>Keeps the findings of a target in step with what its rules say.</summary>
public static class Findings
{
    /// <summary>
    /// Opens what fails, re-weighs what fails differently, closes what passes and leaves alone what cannot be told.
    /// Re-weighing means another priority or another reason; fresher words and evidence under the same reason are taken over in silence,
    /// or a standing finding would call for attention at every look.
    /// </summary>
    /// <param name="open">What stood before.</param>
    /// <param name="verdicts">What the rules say now, in their order.</param>
    /// <param name="now">The moment of judging.</param>
    /// <param name="lastNo">Number of the last change told.</param>
    public static Reconciled Reconcile(
        ImmutableDictionary<FindingCode, Finding> open, IEnumerable<Verdict> verdicts, DateTimeOffset now, long lastNo)
    {
        var changes = ImmutableArray.CreateBuilder<FindingChange>();
        foreach (var verdict in verdicts)
        {
            var (next, change) = Apply(open, verdict, now, NextNo(lastNo, now));
            open = next;
            if (change is not null)
            {
                lastNo = change.No;
                changes.Add(change);
            }
        }

        return new(open, changes.ToImmutable(), lastNo);
    }

    /// <summary>Closes everything, for a target that is not watched any more.</summary>
    public static Reconciled CloseAll(
        ImmutableDictionary<FindingCode, Finding> open, string reason, DateTimeOffset now, long lastNo) =>
        Reconcile(open, open.Keys.Order().Select(code => new Verdict.Passes(code, reason)), now, lastNo);

    /// <summary>
    /// The number of the next change: one more, and never less than the clock in milliseconds. So numbers go on growing for a target whose
    /// memory was lost and which starts from 0 again, and the desk does not mistake its news for what it already has.
    /// </summary>
    public static long NextNo(long lastNo, DateTimeOffset now) => Math.Max(lastNo + 1, now.ToUnixTimeMilliseconds());

    private static (ImmutableDictionary<FindingCode, Finding> Open, FindingChange? Change) Apply(
        ImmutableDictionary<FindingCode, Finding> open, Verdict verdict, DateTimeOffset now, long no) => verdict switch
        {
            Verdict.Fails f when !open.TryGetValue(f.Finding.Code, out var was) => Opened(open, f.Finding, now, no),
            Verdict.Fails f => Weighed(open, open[f.Finding.Code], f.Finding, now, no),
            Verdict.Passes p when open.ContainsKey(p.Code) =>
                (open.Remove(p.Code), new FindingChange(no, p.Code, now, null, p.Reason)),
            _ => (open, null),
        };

    private static (ImmutableDictionary<FindingCode, Finding>, FindingChange?) Opened(
        ImmutableDictionary<FindingCode, Finding> open, Finding finding, DateTimeOffset now, long no) =>
        (open.Add(finding.Code, finding), new(no, finding.Code, now, finding, finding.Reason));

    private static (ImmutableDictionary<FindingCode, Finding>, FindingChange?) Weighed(
        ImmutableDictionary<FindingCode, Finding> open, Finding was, Finding finding, DateTimeOffset now, long no)
    {
        var next = finding with { Since = was.Since };
        var same = was.Priority == next.Priority && was.Reason == next.Reason;
        return (open.SetItem(next.Code, next), same ? null : new(no, next.Code, now, next, next.Reason, was.Priority));
    }
}
