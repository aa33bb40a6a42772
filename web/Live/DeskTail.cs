using System.Collections.Immutable;
using Monitor.Grains;
using Monitor.Rules.Desk;

namespace Monitor.Web.Live;

/// <summary>Follows the desk's sequence: gives every change once and in order, whatever was told twice, late or not at all.</summary>
internal sealed class DeskTail(ILedger ledger, string region)
{
    private const int PerRead = 2_000;
    private long? last;
    private long epoch;

    /// <summary>How often the ledger had to fill a gap.</summary>
    public int Gaps { get; private set; }

    /// <summary>The changes to pass on, now that these were told.</summary>
    public async ValueTask<IReadOnlyList<DeskEvent>> Take(ImmutableArray<DeskEvent> told, CancellationToken cancel)
    {
        if (told.IsDefaultOrEmpty)
        {
            return [];
        }

        // Before the first word nobody is behind: a screen that is asks over HTTP.
        last ??= told[0].Seq - 1;
        var next = told.Where(e => e.Seq > last).ToList();
        if (next.Count == 0)
        {
            return [];
        }

        if (!IsRow(next, last.Value))
        {
            // What is told is saved already, so the ledger has it with all that came before.
            return await Fill(next[^1].Seq, cancel);
        }

        last = next[^1].Seq;
        return next;
    }

    /// <summary>The changes to pass on before this pulse, so that no screen sees a head it does not have.</summary>
    public async ValueTask<IReadOnlyList<DeskEvent>> CatchUp(DeskPulse pulse, CancellationToken cancel)
    {
        if (last is null || (pulse.Epoch != epoch && pulse.HeadSeq < last))
        {
            // The first pulse, or another database under the desk: start from here.
            last = pulse.HeadSeq;
        }

        // In one epoch the head never falls; a lower one was asked for before the last change was told.
        epoch = pulse.Epoch;
        return pulse.HeadSeq <= last ? [] : await Fill(pulse.HeadSeq, cancel);
    }

    private async Task<IReadOnlyList<DeskEvent>> Fill(long head, CancellationToken cancel)
    {
        Gaps++;
        var from = last!.Value;
        List<DeskEvent> filled = [];
        while (from < head && await ledger.After(region, from, PerRead, cancel) is { Count: > 0 } read)
        {
            filled.AddRange(read);
            from = read[^1].Seq;
        }

        // Only now, when nothing can fail any more, is it as if told. What the ledger does not have will never come.
        last = Math.Max(from, head);
        return filled;
    }

    private static bool IsRow(List<DeskEvent> events, long after)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Seq != after + 1 + i)
            {
                return false;
            }
        }

        return true;
    }
}
