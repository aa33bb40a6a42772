using Microsoft.AspNetCore.Identity;

namespace Monitor.Web.Access;

/// <summary>A person as administrators see them.</summary>
/// <param name="Roles">The roles as granted.</param>
/// <param name="LockedUntil">When too many wrong tries locked the account.</param>
internal sealed record UserView(
    string Name, string DisplayName, IReadOnlyList<string> Roles, bool Disabled, bool MustChangePassword, DateTimeOffset? LockedUntil)
{
    public static async Task<UserView> Of(Officer user, UserManager<Officer> people) => new(
        user.UserName ?? "", user.DisplayName, [.. await people.GetRolesAsync(user)], user.Disabled, user.MustChangePassword, user.LockoutEnd);
}
