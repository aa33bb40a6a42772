using System.Security.Cryptography;

namespace Monitor.Web.Guard;

/// <summary>Tells browsers to trust nothing but our own files: what comes from monitored pages may reach a screen only as inert text.</summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>The nonce styles of this response carry.</summary>
    public static string Nonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            context.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        }

        return nonce;
    }

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        // Only index.html has styles of its own, so only there a nonce is worth its bytes.
        headers.ContentSecurityPolicy = Policy("'self'");
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }

        return next(context);
    }

    /// <summary>Allows the styles that carry this response's nonce, and nothing else beyond our own files.</summary>
    public static void AllowNoncedStyles(this HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = Policy($"'self' 'nonce-{context.Nonce()}'");

    private static string Policy(string styles) =>
        $"default-src 'self'; script-src 'self'; style-src {styles}; connect-src 'self'; img-src 'self' data:; "
        + "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";
}
