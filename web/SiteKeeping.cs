using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;
using Monitor.Web.Register;

namespace Monitor.Web;

/// <summary>Keeping the register: who leads the shift decides which sites are watched.</summary>
internal static class SiteKeeping
{
    public static void MapSiteKeeping(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup("/sites").WithTags("Sites").RequireAuthorization(Roles.Lead);
        sites.MapPost("", Add).WithSummary("Adds a site; it is looked at at once.").Audited("site.add")
            .Produces<SiteBody>(201).ProducesProblem(400).ProducesProblem(409);
        sites.MapPut("/{id}", Change).WithSummary("Replaces the profile whose version is named; in force at once.").Audited("site.change")
            .Produces<SiteBody>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(428);
        sites.MapDelete("/{id}", Remove).WithSummary("Ends the watch; alarms of the site are closed.").Audited("site.remove").ProducesProblem(404);
        sites.MapPost("/{id}/pause", (string id, SiteDoor door) => Set(id, paused: true, door)).WithSummary("Stops looking until resumed.")
            .Audited("site.pause").Produces<SiteBody>().ProducesProblem(404);
        sites.MapPost("/{id}/resume", (string id, SiteDoor door) => Set(id, paused: false, door)).WithSummary("Looks again.")
            .Audited("site.resume").Produces<SiteBody>().ProducesProblem(404);
    }

    private static async Task<IResult> Add(SiteBody body, HttpContext context, SiteDoor sites, RegionOptions region)
    {
        context.Audit().Subject = body.Id;
        context.Audit().Detail = $"{body.Name} {body.Url}";
        // No site has version 0, so one that exists already is never replaced.
        var wish = body.Profile(region.Id, known: null, version: 0);
        if (SiteBody.Faults(wish) is { Count: > 0 } faults)
        {
            return Problems.Fields(faults);
        }

        return await sites.Put(wish) is { } added
            ? TypedResults.Created($"/api/sites/{added.Id}", SiteBody.Of(added))
            : Problems.Of(StatusCodes.Status409Conflict, "exists", new("该网站标识码已在台账中。", "The register has a site of this id."));
    }

    private static async Task<IResult> Change(string id, SiteBody body, HttpContext context, SiteDoor sites, RegionOptions region)
    {
        context.Audit().Detail = $"{body.Name} {body.Url}";
        if (CommandHeaders.Version(context.Request, out var version) is { } noVersion)
        {
            return noVersion;
        }

        if (await sites.Find(id) is not { } known)
        {
            return Sites.Unknown();
        }

        var wish = (body with { Id = id }).Profile(region.Id, known.Profile, version);
        if (SiteBody.Faults(wish) is { Count: > 0 } faults)
        {
            return Problems.Fields(faults);
        }

        return await sites.Put(wish) is { } changed
            ? TypedResults.Ok(SiteBody.Of(changed))
            : Problems.Of(StatusCodes.Status409Conflict, "changed-meanwhile",
                new("台账已被他人更改，请按最新内容修改。", "The profile changed meanwhile; change it as it is now."),
                ("profile", SiteBody.Of((await sites.Find(id) ?? known).Profile)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(string id, HttpContext context, SiteDoor sites) =>
        await sites.Remove(id, $"removed by {context.User.Identity!.Name}") ? TypedResults.NoContent() : Sites.Unknown();

    private static async Task<IResult> Set(string id, bool paused, SiteDoor sites) =>
        await sites.Change(id, profile => profile with { Paused = paused }) is { } changed ? TypedResults.Ok(SiteBody.Of(changed)) : Sites.Unknown();
}
