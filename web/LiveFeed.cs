using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Web.Access;
using Monitor.Web.Guard;
using Monitor.Web.Live;

namespace Monitor.Web;

/// <summary>The desk over plain HTTP: where a screen starts from, and how it fills what it missed.</summary>
internal static class LiveFeed
{
    /// <summary>Furthest a screen may be behind and still catch up: 2,000 changes.</summary>
    public const int MostBehind = 2_000;

    public static void MapLiveFeed(this IEndpointRouteBuilder api)
    {
        var live = api.MapGroup("/live").WithTags("Live").RequireAuthorization(Roles.Viewer).ProducesProblem(503);
        live.MapGet("/snapshot", Snapshot).WithSummary("The pulse and every alarm not resolved.").Produces<DeskSnapshot>();
        live.MapGet("/events", Events).ProducesProblem(410)
            .WithSummary("Every change after a number, without gaps; 410 when only a new snapshot helps. Also the way to follow by polling.");
    }

    private static async Task<IResult> Snapshot(DeskDoor desk, SnapshotFrames frames, CancellationToken cancel) =>
        TypedResults.Ok(frames.Of(await desk.Snapshot(cancel)));

    private static async Task<Results<Ok<Missed>, ProblemHttpResult>> Events(
        long epoch, long after, DeskDoor desk, ILedger ledger, RegionOptions region, CancellationToken cancel)
    {
        var pulse = await desk.Pulse(cancel);
        if (epoch != pulse.Epoch || after < 0 || after > pulse.HeadSeq || pulse.HeadSeq - after > MostBehind)
        {
            return Gone();
        }

        var events = after == pulse.HeadSeq ? [] : await ledger.After(region.Id, after, MostBehind, cancel);
        return IsWhole(events, after, pulse.HeadSeq) ? TypedResults.Ok(new Missed(pulse, events)) : Gone();
    }

    /// <summary>A ledger that was pruned or restored cannot fill the gap, and a screen must never believe that it was filled.</summary>
    private static bool IsWhole(IReadOnlyList<DeskEvent> events, long after, long head)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Seq != after + 1 + i)
            {
                return false;
            }
        }

        return after + events.Count >= head;
    }

    private static ProblemHttpResult Gone() => Problems.Of(StatusCodes.Status410Gone, "take-the-snapshot", new(
        "无法从这里续传，请重新取快照。", "These changes cannot be continued from here; take the snapshot."));

    internal sealed record Missed(DeskPulse Pulse, IReadOnlyList<DeskEvent> Events);
}
