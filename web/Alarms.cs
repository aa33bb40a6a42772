using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Web.Access;
using Monitor.Web.Guard;
using Monitor.Web.Wire;

namespace Monitor.Web;

/// <summary>Alarms as the ledger has them, with their whole story.</summary>
internal static class Alarms
{
    public static void MapAlarms(this IEndpointRouteBuilder api)
    {
        var alarms = api.MapGroup("/alarms").WithTags("Alarms").RequireAuthorization(Roles.Viewer);
        alarms.MapGet("", List).WithSummary("Alarms of all states, newest first.");
        alarms.MapGet("/{id}", Read).WithSummary("One alarm and everything that happened to it, oldest first.").ProducesProblem(404);
    }

    /// <summary>The last thing a person did to an alarm.</summary>
    public static DeskEvent? LastAct(this IEnumerable<DeskEvent> events) => events.LastOrDefault(e => e.By != "system");

    private static async Task<Ok<Listed<Alarm>>> List(
        ILedger ledger, RegionOptions region, CancellationToken cancel,
        Word<AlarmState>? state = null, string? target = null, int page = 1, int size = 50)
    {
        var at = Paging.Of(page, size);
        return TypedResults.Ok(new Listed<Alarm>(await ledger.Past(region.Id, target, state?.Value, at.Skip, at.Size, cancel), at.Page, at.Size));
    }

    private static async Task<Results<Ok<AlarmStory>, ProblemHttpResult>> Read(
        string id, ILedger ledger, RegionOptions region, CancellationToken cancel) =>
        await ledger.Find(region.Id, id, cancel) is { } found
            ? TypedResults.Ok(new AlarmStory(found.Alarm, [.. found.Events.Select(Step.Of)]))
            : Problems.NotFound(new("没有这条告警。", "There is no such alarm."));

    internal sealed record AlarmStory(Alarm Alarm, IReadOnlyList<Step> Events);

    /// <summary>An event without the alarm's body, which would repeat with every one.</summary>
    internal sealed record Step(long Epoch, long Seq, DateTimeOffset At, AlarmEventKind Kind, string By, string? Note, int Version)
    {
        public static Step Of(DeskEvent e) => new(e.Epoch, e.Seq, e.At, e.Kind, e.By, e.Note, e.Alarm.Version);
    }
}
