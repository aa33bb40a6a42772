using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Monitor.Web.Access;

namespace Monitor.Web.Live;

/// <summary>Cuts the screens of officers who may not see any more. A connection outlives the request that was checked, so it is checked again.</summary>
internal sealed class SessionSweep(LiveClients clients, IServiceScopeFactory scopes, ILogger<SessionSweep> log)
{
    public async Task Run(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<SignInManager<Officer>>();
        foreach (var screens in clients.All.GroupBy(c => c.User.FindFirstValue(ClaimTypes.NameIdentifier)).ToList())
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var screen in await Unwelcome(screens, door))
            {
                log.SessionEnded(screen.Id, screen.User.Identity?.Name ?? "");
                screen.Cut();
            }
        }
    }

    private static async Task<IEnumerable<LiveClient>> Unwelcome(IEnumerable<LiveClient> screens, SignInManager<Officer> door)
    {
        if (await door.UserManager.FindByIdAsync(screens.First().User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "") is not { Disabled: false } officer
            || (await door.UserManager.GetRolesAsync(officer)).Count == 0)
        {
            return screens;
        }

        var stampClaim = door.Options.ClaimsIdentity.SecurityStampClaimType;
        return screens.Where(s => s.User.FindFirstValue(stampClaim) != officer.SecurityStamp);
    }
}
