using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Monitor.Web.Guard;

namespace Monitor.Web.Access;

/// <summary>Who may come in and what they may do. The store of officers is registered by whoever has the database.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services, WebOptions options)
    {
        services.AddPeople();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie => Shape(cookie, options)));
        // A disabled officer is out, and a changed role in force, within this time.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddPolicies();
        services.AddAntiforgery(o =>
        {
            o.HeaderName = ForgeryGate.HeaderName;
            o.Cookie.Name = "monitor.antiforgery";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        var keys = services.AddDataProtection().SetApplicationName("Monitor");
        if (options.KeysPath is { Length: > 0 } path)
        {
            keys.PersistKeysToFileSystem(new(path));
        }

        return services;
    }

    private static void AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<Officer>(o =>
        {
            o.Password.RequiredLength = 8;
            o.Password.RequiredUniqueChars = 4;
            o.Password.RequireDigit = true;
            o.Password.RequireLowercase = true;
            o.Password.RequireUppercase = false;
            o.Password.RequireNonAlphanumeric = false;
            o.Lockout.MaxFailedAccessAttempts = FrontDoor.Tries;
            o.Lockout.DefaultLockoutTimeSpan = FrontDoor.LockedFor;
            o.User.AllowedUserNameCharacters = UserNames.Allowed;
        }).AddRoles<IdentityRole>().AddSignInManager().AddClaimsPrincipalFactory<OfficerClaims>()
            .AddPasswordValidator<PasswordIsNotTheName>().AddErrorDescriber<ChineseIdentityErrors>();
        services.AddScoped<FrontDoor>().AddSingleton<Strangers>();
        services.AddHostedService<FirstAdministrator>();
    }

    private static void AddPolicies(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Roles.All)
        {
            authorization.AddPolicy(role, policy => policy.RequireRole(Roles.From(role)));
        }
    }

    private static void Shape(CookieAuthenticationOptions cookie, WebOptions options)
    {
        cookie.Cookie.Name = "monitor.session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = options.SessionLength;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        cookie.Events.OnRedirectToLogin = c => Problems.Of(StatusCodes.Status401Unauthorized, "sign-in-required",
            new("请先登录。", "Sign in first.")).ExecuteAsync(c.HttpContext);
        cookie.Events.OnRedirectToAccessDenied = c => Problems.Of(StatusCodes.Status403Forbidden, "not-allowed",
            new("您的角色没有这项权限。", "Your role does not allow this.")).ExecuteAsync(c.HttpContext);
    }
}
