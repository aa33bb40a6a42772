using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Monitor.Web.Access;

/// <summary>At the first start makes the roles and the officer <c>admin</c>.</summary>
/// <remarks>
/// A password from MONITOR_ADMIN_PASSWORD was chosen by whoever runs this and is used as it is.
/// A made-up one is printed once, stands on a screen and perhaps in a terminal's log, and so must be changed at the first sign-in.
/// </remarks>
internal sealed class FirstAdministrator(
    IServiceScopeFactory scopes, IConfiguration configuration, IConsole console, TimeProvider clock,
    ILogger<FirstAdministrator> log) : IHostedService
{
    public const string Name = "admin";
    public const string PasswordVariable = "MONITOR_ADMIN_PASSWORD";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await MakeRoles(scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>());
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        if ((await people.GetUsersInRoleAsync(Roles.Admin)).Count == 0)
        {
            await MakeAdministrator(people);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task MakeRoles(RoleManager<IdentityRole> roles)
    {
        foreach (var role in Roles.All)
        {
            // Another node may be making them at the same time; that one's are as good.
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new(role));
            }
        }
    }

    /// <summary>Another node may be between its two steps at this moment; it is given time to finish.</summary>
    private async Task<bool> BecomesAdministrator(UserManager<Officer> people, Officer half)
    {
        await Task.Delay(TimeSpan.FromSeconds(3), clock);
        return await people.IsInRoleAsync(half, Roles.Admin);
    }

    private async Task MakeAdministrator(UserManager<Officer> people)
    {
        // The variable carries the program's own prefix, so it is found whether or not that was cut off.
        var given = configuration[PasswordVariable] ?? configuration["ADMIN_PASSWORD"];
        var password = string.IsNullOrEmpty(given) ? Passwords.Make() : given;
        var admin = new Officer { UserName = Name, DisplayName = "系统管理员", MustChangePassword = string.IsNullOrEmpty(given) };
        var made = await people.CreateAsync(admin, password);
        if (!made.Succeeded)
        {
            if (await people.FindByNameAsync(Name) is not { } half)
            {
                throw new InvalidOperationException(
                    $"{PasswordVariable} cannot be the administrator's password: {string.Join(' ', made.Errors.Select(e => e.Description))}");
            }

            if (await BecomesAdministrator(people, half))
            {
                return;
            }

            // A start that was killed between the two steps left an officer nobody can sign in as.
            half.MustChangePassword = admin.MustChangePassword;
            half.PasswordHash = people.PasswordHasher.HashPassword(half, password);
            await people.UpdateAsync(half);
            admin = half;
        }

        await people.AddToRoleAsync(admin, Roles.Admin);
        log.AdministratorMade(Name);
        if (admin.MustChangePassword)
        {
            console.WriteLine($"首个管理员 First administrator: {Name}   一次性密码 one-time password: {password}");
        }
    }
}
