namespace Monitor.Web.Audit;

/// <summary>What an endpoint does, as the audit trail names it.</summary>
internal sealed record AuditAction(string Name);

/// <summary>What is known of an act while its request runs.</summary>
internal sealed class AuditDraft
{
    public string? By { get; set; }

    public string? Subject { get; set; }

    public string? Detail { get; set; }
}

/// <summary>Writes one row per write, carried out or refused, before the client hears of it.</summary>
internal static class AuditGate
{
    /// <summary>Names the act; every endpoint that writes must have one.</summary>
    public static TBuilder Audited<TBuilder>(this TBuilder endpoint, string action) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AuditAction(action));

    /// <summary>The row of this request, for what the route does not tell.</summary>
    public static AuditDraft Audit(this HttpContext context)
    {
        if (context.Features.Get<AuditDraft>() is not { } draft)
        {
            context.Features.Set(draft = new());
        }

        return draft;
    }

    public static Task Watch(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AuditAction>() is { } action)
        {
            // The route is read now: a failure on the way clears it.
            var draft = context.Audit();
            draft.Subject ??= Subject(context.Request.RouteValues);
            context.Response.OnStarting(() => Write(context, action, draft));
        }

        return next(context);
    }

    private static async Task Write(HttpContext context, AuditAction action, AuditDraft draft)
    {
        var by = draft.By ?? context.User.Identity?.Name;
        var status = context.Response.StatusCode;
        // Refused for being too fast, or for being nobody, is no act of anybody; and rows must not be a way to fill the disk.
        if (status == StatusCodes.Status429TooManyRequests || (by is null && status is 400 or 401))
        {
            return;
        }

        var entry = new AuditEntry
        {
            At = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            By = Cut(by ?? "", 64),
            Action = action.Name,
            Subject = Cut(draft.Subject ?? "", 200),
            Outcome = status < 400 ? "done" : $"{(status < 500 ? "refused" : "failed")} {status}",
            Detail = Cut(draft.Detail ?? "", 1_000),
        };
        try
        {
            await context.RequestServices.GetRequiredService<IAuditTrail>().Append(entry, CancellationToken.None);
        }
#pragma warning disable CA1031 // The act is done already; a row that cannot be saved goes whole into the log, where it is not lost.
        catch (Exception failure)
        {
            context.RequestServices.GetRequiredService<ILogger<AuditEntry>>()
                .RowLost(entry.At, entry.By, entry.Action, entry.Subject, entry.Outcome, entry.Detail, failure);
        }
#pragma warning restore CA1031
    }

    private static string? Subject(RouteValueDictionary route) =>
        (route["id"] ?? route["name"] ?? route["key"])?.ToString();

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
