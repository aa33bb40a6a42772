using System.Collections.Frozen;
using System.Net;
using Monitor.Grains;
using Monitor.Rules;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Silo.Probes;

/// <summary>One probe under way: what was ordered, and what was made ready for it.</summary>
/// <param name="Url">The target's address, judged.</param>
/// <param name="Addresses">Where its name leads; looked up once.</param>
/// <param name="Trace">Its stopwatch, already running.</param>
/// <param name="At">When it started.</param>
/// <param name="Visitor">The way out.</param>
internal sealed record ProbeRun(
    ProbeOrder Order, Uri Url, IPAddress[] Addresses, Trace Trace, DateTimeOffset At, Visitor Visitor);

/// <summary>What every kind of probe is: a look at one target that ends in facts. It throws only when we stop.</summary>
internal delegate Task<Observation> ProbeFn(ProbeRun run, CancellationToken cancel);

/// <summary>The kinds there are. A new one is one file and one line here.</summary>
internal static class ProbeKinds
{
    private static readonly FrozenDictionary<ProbeKind, ProbeFn> Table = new Dictionary<ProbeKind, ProbeFn>
    {
        [ProbeKind.Http] = HttpProbe.Run,
        [ProbeKind.Page] = PageProbe.Run,
    }.ToFrozenDictionary();

    public static ProbeFn Of(ProbeKind kind) => Table[kind];
}
