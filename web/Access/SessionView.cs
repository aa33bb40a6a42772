using System.Security.Claims;

namespace Monitor.Web.Access;

/// <summary>A session as the browser program sees it.</summary>
/// <param name="Roles">Every role the officer may act in, the least first; a lead is also viewer and duty.</param>
internal sealed record SessionView(
    bool SignedIn,
    string? Name,
    string? DisplayName,
    IReadOnlyList<string>? Roles,
    bool? MustChangePassword,
    string Edition,
    string Version,
    RegionView Region)
{
    public static SessionView Of(ClaimsPrincipal user, RegionOptions region)
    {
        var here = new RegionView(region.Id, region.Name);
        return user.Identity?.IsAuthenticated != true
            ? new(false, null, null, null, null, Build.Edition, Build.Version, here)
            : new(
                true,
                user.Identity.Name,
                user.FindFirstValue(OfficerClaims.DisplayName),
                [.. Access.Roles.UpTo(user.FindAll(ClaimTypes.Role).Select(claim => claim.Value))],
                user.MustChangePassword(),
                Build.Edition,
                Build.Version,
                here);
    }
}

internal sealed record RegionView(string Id, string Name);
