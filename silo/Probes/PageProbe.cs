using Monitor.Rules;
using Monitor.Silo.Probes.Visits;
using Monitor.Silo.Reading;

namespace Monitor.Silo.Probes;

/// <summary>Opens the page as <see cref="HttpProbe"/> does and reads it into facts, unless it is the one last read.</summary>
internal static class PageProbe
{
    /// <summary>Dates on the pages are those of Beijing, which knows no summer time.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static async Task<Observation> Run(ProbeRun run, CancellationToken cancel)
    {
        using var visited = await run.Visitor.Visit(run, keep: true, cancel);
        var seen = HttpProbe.Observe(run, visited);
        return IsReadable(visited) ? Read(run, visited, seen) : seen;
    }

    /// <summary>A whole new page. One behind a bad certificate is read as well: people who click through see it.</summary>
    private static bool IsReadable(Visited visited) =>
        visited is { Unchanged: false, Http: { BodyHash: not null, Bytes: > 0 } }
        && visited.Failure is null or { Class: FailureClass.CertificateExpired or FailureClass.CertificateInvalid };

    private static Observation Read(ProbeRun run, Visited visited, Observation seen)
    {
        var today = DateOnly.FromDateTime(run.At.ToOffset(Beijing).DateTime);
        var reading = PageReader.Read(visited.Body!.Kept, visited.ContentType, visited.FinalUrl!, run.Order.Keywords, today);
        return seen with { Page = reading.Facts, Failure = seen.Failure ?? reading.Failure };
    }
}
