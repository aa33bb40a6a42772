using Monitor.Web.Health;

namespace Monitor.Web;

/// <summary>What machines ask: is the process there, is it ready, what does it measure.</summary>
internal static class Machines
{
    public static void MapMachines(this IEndpointRouteBuilder app)
    {
        // Load balancers and scrapers do not sign in. Metrics name sites by 网站标识码 and no person; keep them inside by the proxy where that matters.
        var machines = app.MapGroup("").WithTags("Machines").AllowAnonymous();
        machines.MapGet("/healthz", () => TypedResults.Text("ok\n")).WithSummary("The process answers.");
        machines.MapGet("/readyz", Ready).WithSummary("Database, register and clock are well; 503 with the reasons otherwise.").ProducesProblem(503);
        machines.MapMetrics("/metrics");
    }

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancel)
    {
        var checks = await readiness.Ask(cancel);
        var status = checks.All(check => check.Ok) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return TypedResults.Json(new Answer(status == StatusCodes.Status200OK, checks), statusCode: status);
    }

    internal sealed record Answer(bool Ready, IReadOnlyList<Check> Checks);
}
