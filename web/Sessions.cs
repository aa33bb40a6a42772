using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Monitor.Rules;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;

namespace Monitor.Web;

/// <summary>Who is signed in. Open to everybody; everything else asks this first.</summary>
internal static class Sessions
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        // Nobody is signed in yet when these are asked, so they are the only open ones under /api.
        var session = api.MapGroup("/session").WithTags("Session").AllowAnonymous();
        session.MapGet("", Read).WithSummary("Who is signed in, and what this program is; also issues the XSRF-TOKEN cookie.");
        session.MapPost("", SignIn).WithSummary("Signs in by name and password.")
            .Audited("session.sign-in").RequireRateLimiting(RateLimits.SignIn)
            .ProducesProblem(401).ProducesProblem(423).ProducesProblem(429);
        session.MapDelete("", (Delegate)SignOut).WithSummary("Signs out.").Audited("session.sign-out");
        session.MapPost("/password", ChangePassword).WithSummary("Changes one's own password; other sessions of the officer end within a minute.")
            .Audited("session.change-password").RequireRateLimiting(RateLimits.SignIn).ProducesProblem(400).ProducesProblem(401);
    }

    private static Ok<SessionView> Read(HttpContext context, RegionOptions region)
    {
        ForgeryGate.Issue(context);
        return TypedResults.Ok(SessionView.Of(context.User, region));
    }

    private static async Task<IResult> SignIn(
        Credentials credentials, HttpContext context, FrontDoor door, SignInManager<Officer> people, RegionOptions region)
    {
        var name = (credentials.Name ?? "").Trim();
        // A name nobody has may be a password typed into the wrong field, and is not written down.
        context.Audit().By = await people.UserManager.FindByNameAsync(name) is { UserName: { } known } ? known : "(unknown)";
        if (name.Length is 0 or > 64 || credentials.Password is not { Length: > 0 and <= 256 } password)
        {
            return Wrong();
        }

        switch (await door.Try(name, password))
        {
            case Entry.Welcome welcome:
                // The token is bound to who is signed in, so the new person gets a new one at once.
                context.User = await people.CreateUserPrincipalAsync(welcome.Officer);
                ForgeryGate.Issue(context);
                return TypedResults.Ok(SessionView.Of(context.User, region));
            case Entry.Locked locked:
                return Problems.Of(StatusCodes.Status423Locked, "locked-out", new(
                    "错误次数过多，账号已锁定 10 分钟。", "Too many wrong tries; the account is locked for 10 minutes."), ("until", locked.Until));
            default:
                return Wrong();
        }
    }

    private static async Task<NoContent> SignOut(HttpContext context)
    {
        context.Audit().By = context.User.Identity?.Name ?? "";
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        ForgeryGate.Issue(context);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangePassword(PasswordChange change, HttpContext context, SignInManager<Officer> door)
    {
        if (await door.UserManager.GetUserAsync(context.User) is not { Disabled: false } officer)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "sign-in-required", new("请先登录。", "Sign in first."));
        }

        if (change.Current == change.Next)
        {
            return Problems.Field("next", new("新密码不能与当前密码相同。", "The new password must differ from the current one."));
        }

        var changed = await door.UserManager.ChangePasswordAsync(officer, change.Current ?? "", change.Next ?? "");
        if (!changed.Succeeded)
        {
            return Problems.Fields(changed.Errors.GroupBy(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "current" : "next")
                .ToDictionary(g => g.Key, g => new Text(string.Join(' ', g.Select(e => e.Description)), string.Join(", ", g.Select(e => e.Code)))));
        }

        officer.MustChangePassword = false;
        await door.UserManager.UpdateAsync(officer);
        await door.RefreshSignInAsync(officer);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Wrong() => Problems.Of(
        StatusCodes.Status401Unauthorized, "wrong-credentials", new("用户名或密码不正确。", "The name or the password is not right."));

    internal sealed record Credentials(string? Name, string? Password);

    internal sealed record PasswordChange(string? Current, string? Next);
}
