using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Rules.Sites;
using Monitor.Web.Access;
using Monitor.Web.Guard;
using Monitor.Web.Register;
using Monitor.Web.Wire;

namespace Monitor.Web;

/// <summary>The websites of the region, to be looked at.</summary>
internal static class Sites
{
    private static readonly string[] Sorts = ["name", "seenAt", "condition"];

    public static void MapSites(this IEndpointRouteBuilder api)
    {
        var sites = api.MapGroup("/sites").WithTags("Sites").RequireAuthorization(Roles.Viewer);
        sites.MapGet("", List).WithSummary("Sites by name, condition or part of a word, with counts of the whole region.").ProducesProblem(400);
        sites.MapGet("/{id}", Read).WithSummary("One site with all that is known of it now.").ProducesProblem(404);
        sites.MapGet("/{id}/history", History).WithSummary("Looks of the last hours, at most 2,000 points.").ProducesProblem(400).ProducesProblem(404);
        sites.MapGet("/{id}/alarms", OfSite).WithSummary("Alarms of this site, newest first.").ProducesProblem(404);
    }

    public static ProblemHttpResult Unknown() => Problems.NotFound(new("台账中没有这个网站。", "There is no such site in the register."));

    private static async Task<Results<Ok<SiteList>, ProblemHttpResult>> List(
        ISiteDirectory directory, RegionOptions region, CancellationToken cancel,
        string? q = null, Word<SiteCondition>? condition = null, int page = 1, int size = 50, string sort = "name")
    {
        if (!Sorts.Contains(sort))
        {
            return Problems.Field("sort", new("name、seenAt、condition 之一。", "One of name, seenAt, condition."));
        }

        var at = Paging.Of(page, size);
        var word = string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, 100)];
        var found = await directory.Page(new(region.Id, word, Name(condition?.Value), sort, at.Page, at.Size), cancel);
        return TypedResults.Ok(new SiteList([.. found.Items.Select(SiteRow.Of)], found.Total, at.Page, at.Size, found.Counts));
    }

    private static async Task<Results<Ok<SiteView>, ProblemHttpResult>> Read(string id, SiteDoor sites, TimeProvider clock) =>
        await sites.Find(id) is { } site ? TypedResults.Ok(SiteView.Of(site, clock.GetUtcNow())) : Unknown();

    private static async Task<Results<Ok<HistoryView>, ProblemHttpResult>> History(
        string id, SiteDoor sites, IHistory history, TimeProvider clock, CancellationToken cancel, int hours = 24)
    {
        if (hours is < 1 or > 2_160)
        {
            return Problems.Field("hours", new("1 至 2160 小时。", "1 to 2160 hours."));
        }

        if (await sites.Find(id) is null)
        {
            return Unknown();
        }

        var until = clock.GetUtcNow();
        var from = until.AddHours(-hours);
        return TypedResults.Ok(HistoryView.Of(await history.Read(id, from, until, cancel), from, until));
    }

    private static async Task<Results<Ok<Listed<Alarm>>, ProblemHttpResult>> OfSite(
        string id, SiteDoor sites, ILedger ledger, RegionOptions region, CancellationToken cancel) =>
        await sites.Find(id) is null
            ? Unknown()
            : TypedResults.Ok(new Listed<Alarm>(await ledger.Past(region.Id, id, null, 0, 200, cancel)));

    private static string? Name(SiteCondition? condition) =>
        condition is { } one ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(one.ToString()) : null;

    internal sealed record SiteList(IReadOnlyList<SiteRow> Items, int Total, int Page, int Size, IReadOnlyDictionary<string, int> Counts);

    internal sealed record SiteRow(
        SiteBody Profile, string Condition, DateTimeOffset? SeenAt, int? TotalMs, DateTimeOffset? NextLook, int OpenFindings)
    {
        public static SiteRow Of(SiteListItem i) => new(SiteBody.Of(i.Profile), i.Condition, i.SeenAt, i.TotalMs, i.NextLook, i.OpenFindings);
    }
}
