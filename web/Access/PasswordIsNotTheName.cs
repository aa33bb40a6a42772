using Microsoft.AspNetCore.Identity;

namespace Monitor.Web.Access;

/// <summary>A password that contains the user name is the first one anybody tries.</summary>
internal sealed class PasswordIsNotTheName : IPasswordValidator<Officer>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Officer> manager, Officer user, string? password) =>
        Task.FromResult(password?.Contains(user.UserName ?? "\n", StringComparison.OrdinalIgnoreCase) == true
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordHasName", Description = "密码不能包含用户名。" })
            : IdentityResult.Success);
}
