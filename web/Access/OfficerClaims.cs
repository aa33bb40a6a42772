using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Monitor.Web.Access;

/// <summary>Puts into the session what every request needs to know of its officer, so that no request asks the database for it.</summary>
internal sealed class OfficerClaims(UserManager<Officer> people, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Officer, IdentityRole>(people, roles, options)
{
    public const string DisplayName = "monitor:display-name";
    public const string MustChange = "monitor:must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Officer user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(DisplayName, user.DisplayName));
        if (user.MustChangePassword)
        {
            identity.AddClaim(new(MustChange, "true"));
        }

        return identity;
    }
}
