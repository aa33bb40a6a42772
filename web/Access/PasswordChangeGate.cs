using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Monitor.Web.Guard;

namespace Monitor.Web.Access;

/// <summary>Who signed in with a password somebody else chose may do nothing until it is changed.</summary>
internal static class PasswordChangeGate
{
    public static bool MustChangePassword(this ClaimsPrincipal user) => user.HasClaim(OfficerClaims.MustChange, "true");

    public static Task Check(HttpContext context, RequestDelegate next) =>
        context.User.MustChangePassword() && IsClosed(context)
            ? Problems.Of(StatusCodes.Status403Forbidden, "password-change-required", new(
                "首次登录请先修改密码。", "Change your password first: POST /api/session/password.")).ExecuteAsync(context)
            : next(context);

    private static bool IsClosed(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api/session", StringComparison.OrdinalIgnoreCase)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
