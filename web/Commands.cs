using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;

namespace Monitor.Web;

/// <summary>What people do with alarms: once, however often it is sent, and never over somebody else's change.</summary>
internal static class Commands
{
    /// <summary>Longest note: 1,000 characters.</summary>
    public const int MostNote = 1_000;

    public static void MapCommands(this IEndpointRouteBuilder api)
    {
        var acts = api.MapGroup("/alarms/{id}").WithTags("Commands").RequireAuthorization(Roles.Duty)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(428);
        acts.MapPost("/acknowledge", (string id, Remark remark, HttpContext context, Desk desk) => desk.Do(DeskVerb.Acknowledge, id, remark, context))
            .WithSummary("确认: takes the alarm for 30 minutes.").Audited("alarm.acknowledge").Produces<Carried>();
        acts.MapPost("/resolve", (string id, Remark remark, HttpContext context, Desk desk) => desk.Do(DeskVerb.Resolve, id, remark, context))
            .WithSummary("办结: closes the alarm; a note says how.").Audited("alarm.resolve").Produces<Carried>();
        acts.MapPost("/note", (string id, Remark remark, HttpContext context, Desk desk) => desk.Do(DeskVerb.Note, id, remark, context))
            .WithSummary("备注: adds a note.").Audited("alarm.note").Produces<Carried>();

        var past = api.MapGroup("/commands").WithTags("Commands").RequireAuthorization(Roles.Viewer);
        past.MapGet("/{key}", Read).WithSummary("Whether the command with this Idempotency-Key was carried out.").ProducesProblem(404);
    }

    private static async Task<Results<Ok<Past>, ProblemHttpResult>> Read(
        string key, ILedger ledger, RegionOptions region, CancellationToken cancel) =>
        await ledger.ByCommand(region.Id, key, cancel) is { } done
            ? TypedResults.Ok(new Past(true, done.Alarm))
            : Problems.NotFound(new("这项操作没有执行。", "This command was not carried out."));

    /// <summary>The desk with what a command needs beside it; bound whole from the services.</summary>
    internal sealed class Desk(IGrainFactory grains, ILedger ledger, RegionOptions region)
    {
        public async Task<IResult> Do(DeskVerb verb, string id, Remark remark, HttpContext context)
        {
            context.Audit().Detail = remark.Note;
            if (Read(verb, id, remark, context, out var command) is { } fault)
            {
                return fault;
            }

            var outcome = await grains.GetGrain<IDeskGrain>(region.Id).Do(command);
            return outcome.Result switch
            {
                CommandResult.Done when outcome.Alarm is { } alarm && alarm.Id == id => TypedResults.Ok(new Carried(alarm)),
                CommandResult.Done => Problems.Of(422, "idempotency-key-reused", new(
                    "该 Idempotency-Key 已用于另一条告警。", "This Idempotency-Key was used for another alarm.")),
                CommandResult.Conflict => await Conflict(id, outcome, context.RequestAborted),
                CommandResult.NotFound => Problems.NotFound(new("没有这条告警。", "There is no such alarm.")),
                _ => Problems.Of(422, "refused", outcome.Reason ?? new("当前状态不允许。", "Its state does not allow it."), ("alarm", outcome.Alarm)),
            };
        }

        private static ProblemHttpResult? Read(DeskVerb verb, string id, Remark remark, HttpContext context, out DeskCommand command)
        {
            command = null!;
            int? version = null;
            if (CommandHeaders.Key(context.Request, out var key) is { } noKey)
            {
                return noKey;
            }

            // A note conflicts with nothing, so it needs no version.
            if (verb != DeskVerb.Note)
            {
                if (CommandHeaders.Version(context.Request, out var seen) is { } noVersion)
                {
                    return noVersion;
                }

                version = seen;
            }

            var note = string.IsNullOrWhiteSpace(remark.Note) ? null : remark.Note.Trim();
            if (note is { Length: > MostNote } || (note is null && verb != DeskVerb.Acknowledge))
            {
                return Problems.Field("note", new($"须为 1 至 {MostNote} 个字符。", $"1 to {MostNote} characters."));
            }

            command = new(key, verb, id, version, context.User.Identity!.Name!, note);
            return null;
        }

        private async Task<IResult> Conflict(string id, CommandOutcome outcome, CancellationToken cancel)
        {
            var act = (await ledger.Find(region.Id, id, cancel))?.Events.LastAct();
            return Problems.Of(
                StatusCodes.Status409Conflict,
                "changed-meanwhile",
                outcome.Reason ?? new("告警已被更改，请按最新状态处理。", "The alarm changed meanwhile; act on it as it is now."),
                ("alarm", outcome.Alarm), ("by", act?.By), ("at", act?.At));
        }
    }

    internal sealed record Remark(string? Note);

    internal sealed record Carried(Alarm Alarm);

    internal sealed record Past(bool Done, Alarm Alarm);
}
