using Microsoft.AspNetCore.Identity;
using Monitor.Rules;
using Monitor.Web.Access;
using Monitor.Web.Audit;
using Monitor.Web.Guard;

namespace Monitor.Web;

/// <summary>The people who may sign in, kept by administrators.</summary>
internal static class Users
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users").RequireAuthorization(Roles.Admin);
        users.MapGet("", List).WithSummary("Everybody who may, or once might, sign in.");
        users.MapPost("", Add).WithSummary("Adds a person; the one-time password is told here and never again.")
            .Audited("user.add").ProducesProblem(400).ProducesProblem(409);
        users.MapPut("/{name}", Change).WithSummary("Changes name, roles or whether the account may be used; in force within a minute.")
            .Audited("user.change").ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);
        users.MapPost("/{name}/password", Reset).WithSummary("Gives a new one-time password; sessions of the person end within a minute.")
            .Audited("user.reset-password").ProducesProblem(404);
    }

    private static async Task<Ok<Listed<UserView>>> List(UserManager<Officer> people)
    {
        var users = people.Users.OrderBy(u => u.UserName).ToList();
        var views = new List<UserView>(users.Count);
        foreach (var user in users)
        {
            views.Add(await UserView.Of(user, people));
        }

        return TypedResults.Ok(new Listed<UserView>(views));
    }

    private static async Task<IResult> Add(NewUser wish, HttpContext context, UserManager<Officer> people)
    {
        var draft = context.Audit();
        draft.Subject = wish.Name;
        draft.Detail = string.Join(' ', wish.Roles ?? []);
        if (Faults(wish.DisplayName, wish.Roles) is { Count: > 0 } faults)
        {
            return Problems.Fields(faults);
        }

        var officer = new Officer { UserName = wish.Name, DisplayName = wish.DisplayName!, MustChangePassword = true };
        var password = Passwords.Make();
        var made = await people.CreateAsync(officer, password);
        if (!made.Succeeded)
        {
            return made.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName))
                ? Problems.Of(StatusCodes.Status409Conflict, "exists", new("用户名已存在。", "There is a user of this name."))
                : Problems.Fields(new Dictionary<string, Text> { ["name"] = Sentence(made) });
        }

        await people.AddToRolesAsync(officer, wish.Roles!.Distinct());
        return TypedResults.Created($"/api/users/{wish.Name}", new OneTimePassword(password));
    }

    private static async Task<IResult> Change(string name, UserChange wish, HttpContext context, UserManager<Officer> people)
    {
        context.Audit().Detail = $"{string.Join(' ', wish.Roles ?? [])}{(wish.Disabled ? " disabled" : "")}";
        if (await people.FindByNameAsync(name) is not { } officer)
        {
            return Unknown();
        }

        if (Faults(wish.DisplayName, wish.Roles) is { Count: > 0 } faults)
        {
            return Problems.Fields(faults);
        }

        if ((wish.Disabled || !wish.Roles!.Contains(Roles.Admin)) && await IsLastAdministrator(officer, people))
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "last-administrator", new(
                "这是最后一个可用的管理员，不能停用或取消其管理员角色。", "This is the last administrator; somebody must be able to administer."));
        }

        var changed = await Apply(officer, wish, people);
        return changed.Succeeded
            ? TypedResults.Ok(await UserView.Of(officer, people))
            : Problems.Of(StatusCodes.Status409Conflict, "changed-meanwhile", Sentence(changed));
    }

    private static async Task<IResult> Reset(string name, UserManager<Officer> people)
    {
        if (await people.FindByNameAsync(name) is not { } officer)
        {
            return Unknown();
        }

        var password = Passwords.Make();
        officer.PasswordHash = people.PasswordHasher.HashPassword(officer, password);
        officer.MustChangePassword = true;
        officer.LockoutEnd = null;
        officer.AccessFailedCount = 0;
        var changed = await people.UpdateSecurityStampAsync(officer);
        return changed.Succeeded
            ? TypedResults.Ok(new OneTimePassword(password))
            : Problems.Of(StatusCodes.Status409Conflict, "changed-meanwhile", Sentence(changed));
    }

    private static async Task<IdentityResult> Apply(Officer officer, UserChange wish, UserManager<Officer> people)
    {
        var granted = await people.GetRolesAsync(officer);
        officer.DisplayName = wish.DisplayName!;
        officer.Disabled = wish.Disabled;
        // The new stamp ends the sessions of a disabled officer; it also saves what was changed above.
        var saved = wish.Disabled ? await people.UpdateSecurityStampAsync(officer) : await people.UpdateAsync(officer);
        if (saved.Succeeded && granted.Except(wish.Roles!).ToList() is { Count: > 0 } taken)
        {
            saved = await people.RemoveFromRolesAsync(officer, taken);
        }

        if (saved.Succeeded && wish.Roles!.Except(granted).Distinct().ToList() is { Count: > 0 } added)
        {
            saved = await people.AddToRolesAsync(officer, added);
        }

        return saved;
    }

    private static async Task<bool> IsLastAdministrator(Officer officer, UserManager<Officer> people)
    {
        var able = (await people.GetUsersInRoleAsync(Roles.Admin)).Where(admin => !admin.Disabled).ToList();
        return able.Count == 1 && able[0].Id == officer.Id;
    }

    private static Dictionary<string, Text> Faults(string? displayName, IReadOnlyList<string>? roles)
    {
        var faults = new Dictionary<string, Text>();
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Length > 50)
        {
            faults["displayName"] = new("须为 1 至 50 个字符。", "1 to 50 characters.");
        }

        if (roles is not { Count: > 0 } || roles.Except(Roles.All).Any())
        {
            faults["roles"] = new("须为 viewer、duty、lead、admin 中的至少一个。", "At least one of viewer, duty, lead, admin.");
        }

        return faults;
    }

    private static Text Sentence(IdentityResult failed) =>
        new(string.Join(' ', failed.Errors.Select(e => e.Description)), string.Join(", ", failed.Errors.Select(e => e.Code)));

    private static ProblemHttpResult Unknown() => Problems.NotFound(new("没有这个用户。", "There is no such user."));

    internal sealed record NewUser(string? Name, string? DisplayName, IReadOnlyList<string>? Roles);

    internal sealed record UserChange(string? DisplayName, IReadOnlyList<string>? Roles, bool Disabled);

    internal sealed record OneTimePassword(string Password);
}
