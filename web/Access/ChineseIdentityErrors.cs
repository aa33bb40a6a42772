using Microsoft.AspNetCore.Identity;

namespace Monitor.Web.Access;

/// <summary>What is wrong with a name or a password, in the words of the office. The code stays English, for programs.</summary>
internal sealed class ChineseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "当前密码不正确。");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"密码至少 {length} 个字符。");

    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), "密码须含数字。");

    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), "密码须含小写字母。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"密码至少含 {uniqueChars} 种不同的字符。");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "用户名已存在。");

    public override IdentityError InvalidUserName(string? userName) =>
        Error(nameof(InvalidUserName), "用户名只能含字母、数字和 - . _ @。");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "账号刚被他人更改，请重试。");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
