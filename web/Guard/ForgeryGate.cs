using Microsoft.AspNetCore.Antiforgery;

namespace Monitor.Web.Guard;

/// <summary>Every write must show that it comes from our own page. Stands before all endpoints, so none can forget it.</summary>
internal static class ForgeryGate
{
    public const string HeaderName = "X-XSRF-TOKEN";
    public const string ReadableCookie = "XSRF-TOKEN";

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        // A browser opens a WebSocket to anybody and sends the cookie to its neighbours, so the page's origin must be ours.
        if (context.WebSockets.IsWebSocketRequest && !IsOurs(context.Request))
        {
            await Problems.Of(StatusCodes.Status403Forbidden, "origin", new(
                "只接受本站页面的连接。", "Only pages of this site may connect.")).ExecuteAsync(context);
            return;
        }

        var forgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (!Safe(context.Request.Method) && !await forgery.IsRequestValidAsync(context))
        {
            await Problems.Of(StatusCodes.Status400BadRequest, "antiforgery", new(
                "页面令牌无效，请刷新页面后重试。", $"The {HeaderName} header does not match; GET /api/session and try again.")).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    /// <summary>Gives the browser program the token its writes must carry; it is bound to who is signed in.</summary>
    public static void Issue(HttpContext context)
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken;
        context.Response.Cookies.Append(ReadableCookie, token ?? "", new()
        {
            HttpOnly = false,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
    }

    private static bool IsOurs(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin
        && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));

    private static bool Safe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
