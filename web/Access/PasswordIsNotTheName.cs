using Microsoft.AspNetCore.Identity;

namespace Monitor.Web.Access;

/// <summary>A password that is little more than the user name is the first one anybody tries.</summary>
internal sealed class PasswordIsNotTheName : IPasswordValidator<Officer>
{
    /// <summary>Characters that must remain when the name is taken out: 6.</summary>
    private const int Least = 6;

    public Task<IdentityResult> ValidateAsync(UserManager<Officer> manager, Officer user, string? password)
    {
        var rest = password?.Replace(user.UserName ?? "\n", "", StringComparison.OrdinalIgnoreCase) ?? "";
        return Task.FromResult(rest.Length >= Least
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordHasName", Description = "密码不能由用户名加几个字符构成。" }));
    }
}
