using Monitor.Web.Access;
using Monitor.Web.Audit;

namespace Monitor.Web;

/// <summary>The audit trail, to be read by those who answer for the shift.</summary>
internal static class AuditPages
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit").RequireAuthorization(Roles.Lead);
        audit.MapGet("", Read).WithSummary("Acts of people, newest first.");
    }

    private static async Task<Ok<Listed<AuditEntry>>> Read(IAuditTrail trail, CancellationToken cancel, int page = 1, int size = 50)
    {
        var at = Paging.Of(page, size);
        var (items, total) = await trail.Page(at.Skip, at.Size, cancel);
        return TypedResults.Ok(new Listed<AuditEntry>(items, at.Page, at.Size, total));
    }
}
