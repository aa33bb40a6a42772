using Monitor.Rules;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Silo.Probes;

/// <summary>Opens the page: whether it answers, how fast, with which certificate, after which redirects. The body is counted, not kept, and hashed only to be compared with the one last read.</summary>
internal static class HttpProbe
{
    public static async Task<Observation> Run(ProbeRun run, CancellationToken cancel)
    {
        using var visited = await run.Visitor.Visit(run, keep: false, cancel);
        return Observe(run, visited);
    }

    /// <summary>The facts of a visit without its body.</summary>
    public static Observation Observe(ProbeRun run, Visited visited) =>
        new(run.At, visited.Failure, run.Trace.Read(), visited.Http, visited.Certificate, Unchanged: visited.Unchanged);
}
