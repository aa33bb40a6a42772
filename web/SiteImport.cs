using Microsoft.AspNetCore.Mvc;
using Monitor.Rules.Registry;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;
using Monitor.Web.Register;

namespace Monitor.Web;

/// <summary>Whole registers at once, from a sheet as Excel saves it or from JSON.</summary>
internal static class SiteImport
{
    public static void MapSiteImport(this IEndpointRouteBuilder api)
    {
        var import = api.MapGroup("/sites/import").WithTags("Sites").RequireAuthorization(Roles.Lead);
        import.MapPost("", Import).WithMetadata(new RequestSizeLimitAttribute(Upload.Most))
            .WithSummary("Adds and updates sites by 网站标识码; with dryRun only says what it would do. Bad rows are named, good ones kept.")
            .WithDescription("Body: text/csv, application/json or a multipart file of at most 20 MB, in UTF-8 or GB18030.")
            .Accepts<string>("text/csv", "application/json", "multipart/form-data")
            .Audited("site.import").Produces<Outcome>().ProducesProblem(400).ProducesProblem(413);
    }

    private static async Task<IResult> Import(HttpContext context, SiteDoor sites, RegionOptions region, CancellationToken cancel, bool dryRun = false)
    {
        context.Audit().Subject = region.Id;
        if (SheetText.Decode(await Upload.Read(context.Request, cancel)) is not { } text)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "encoding", new(
                "文件不是 UTF-8 或 GB18030 文本；请从 Excel 另存为 CSV。", "The file is no UTF-8 or GB18030 text; save it as CSV from Excel."));
        }

        var reading = SiteSheet.Read(text, region.Id);
        var done = await sites.Import(reading.Sites, dryRun);
        var outcome = new Outcome(dryRun, done.Added, done.Changed, done.Unchanged, reading.Faults, reading.Warnings);
        context.Audit().Detail = outcome.ToString();
        return TypedResults.Ok(outcome);
    }

    /// <param name="Rejected">Everything wrong with the rows that were not taken.</param>
    /// <param name="Warnings">What was ignored without harm, such as columns nobody knows.</param>
    internal sealed record Outcome(
        bool DryRun, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Unchanged,
        IReadOnlyList<RowFault> Rejected, IReadOnlyList<RowFault> Warnings)
    {
        public override string ToString() =>
            $"{(DryRun ? "dry run, " : "")}added {Added.Count}, changed {Changed.Count}, unchanged {Unchanged.Count}, faults {Rejected.Count}";
    }
}
