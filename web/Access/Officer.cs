using Microsoft.AspNetCore.Identity;

namespace Monitor.Web.Access;

/// <summary>A person who may sign in. The user name is what they type; the roles are those of <see cref="Roles"/>.</summary>
public sealed class Officer : IdentityUser
{
    /// <summary>The name colleagues read, e.g. 张三.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>True while the password was chosen by somebody else; until it is changed nothing but changing it is allowed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>True when the account may not be used any more. Kept, because the audit trail names it.</summary>
    public bool Disabled { get; set; }
}
