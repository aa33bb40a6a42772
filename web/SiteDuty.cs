using Monitor.Rules.Registry;
using Monitor.Rules.Sites;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;
using Monitor.Web.Register;

namespace Monitor.Web;

/// <summary>What whoever is on duty may do with a site: look again, and note that it is being worked on.</summary>
internal static class SiteDuty
{
    public static void MapSiteDuty(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup("/sites/{id}").WithTags("Sites").RequireAuthorization(Roles.Duty);
        sites.MapPost("/probe", Probe).WithSummary("立即复测: looks at once, whatever is due.").Audited("site.probe").Produces(202).ProducesProblem(404);
        sites.MapPost("/maintenance", Plan).WithSummary("Registers planned maintenance of at most 30 days.").Audited("site.plan-maintenance")
            .Produces<SiteBody>().ProducesProblem(400).ProducesProblem(404);
        sites.MapDelete("/maintenance", Cancel).WithSummary("Takes planned maintenance back, named by its start.").Audited("site.cancel-maintenance")
            .Produces<SiteBody>().ProducesProblem(404);
    }

    private static async Task<IResult> Probe(string id, SiteDoor sites)
    {
        if (await sites.Find(id) is null)
        {
            return Sites.Unknown();
        }

        await sites.LookNow(id);
        return TypedResults.Accepted($"/api/sites/{id}");
    }

    private static async Task<IResult> Plan(string id, Window window, HttpContext context, SiteDoor sites, TimeProvider clock)
    {
        context.Audit().Detail = FormattableString.Invariant($"{window.From:O} – {window.Until:O} {window.Reason}");
        var planned = new MaintenanceWindow(window.From, window.Until, (window.Reason ?? "").Trim(), context.User.Identity!.Name!);
        if (ProfileRule.Faults(planned) is { Length: > 0 } faults)
        {
            return Problems.Fields(faults.ToDictionary(f => f.Field == nameof(planned.Reason) ? "reason" : "until", f => f.Allowed));
        }

        if (planned.Until <= clock.GetUtcNow())
        {
            return Problems.Field("until", new("须晚于现在。", "After now."));
        }

        return await sites.Change(id, p => p with { Maintenance = [.. Kept(p, clock).Where(w => w.From != window.From), planned] }) is { } changed
            ? TypedResults.Ok(SiteBody.Of(changed))
            : Sites.Unknown();
    }

    private static async Task<IResult> Cancel(string id, DateTimeOffset from, HttpContext context, SiteDoor sites, TimeProvider clock)
    {
        context.Audit().Detail = FormattableString.Invariant($"{from:O}");
        return await sites.Change(id, p => p with { Maintenance = [.. Kept(p, clock).Where(w => w.From != from)] }) is { } changed
            ? TypedResults.Ok(SiteBody.Of(changed))
            : Sites.Unknown();
    }

    /// <summary>Windows long past are dropped on the way: the audit trail keeps them, a profile must not grow.</summary>
    private static IEnumerable<MaintenanceWindow> Kept(SiteProfile p, TimeProvider clock) =>
        p.Maintenance.IsDefault ? [] : p.Maintenance.Where(w => w.Until > clock.GetUtcNow() - ProfileRule.LongestMaintenance);

    internal sealed record Window(DateTimeOffset From, DateTimeOffset Until, string? Reason);
}
