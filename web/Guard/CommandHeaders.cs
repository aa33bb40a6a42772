using System.Globalization;

namespace Monitor.Web.Guard;

/// <summary>The two headers that make a command safe to send twice and blind to nobody's change.</summary>
internal static class CommandHeaders
{
    /// <summary>Reads Idempotency-Key: 8 to 64 visible ASCII characters.</summary>
    public static ProblemHttpResult? Key(HttpRequest request, out string key)
    {
        key = request.Headers["Idempotency-Key"].ToString();
        return key.Length is >= 8 and <= 64 && key.All(c => c is > ' ' and < (char)127)
            ? null
            : Problems.Of(StatusCodes.Status400BadRequest, "idempotency-key", new(
                "缺少或无效的 Idempotency-Key（8 至 64 个可见字符）。", "The Idempotency-Key header must be 8 to 64 visible ASCII characters."));
    }

    /// <summary>Reads If-Match: the version the person saw, e.g. <c>"3"</c>.</summary>
    public static ProblemHttpResult? Version(HttpRequest request, out int version)
    {
        version = 0;
        var given = request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "if-match-required", new(
                "缺少 If-Match：请带上所见的版本号。", "Send If-Match with the version you saw, e.g. \"3\"."));
        }

        return int.TryParse(given.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out version)
            ? null
            : Problems.Of(StatusCodes.Status400BadRequest, "if-match", new(
                "If-Match 须为版本号，例如 \"3\"。", "If-Match must be one version number, e.g. \"3\"."));
    }
}
