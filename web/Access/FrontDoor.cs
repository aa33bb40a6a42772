using Microsoft.AspNetCore.Identity;

namespace Monitor.Web.Access;

/// <summary>How an attempt to sign in ended.</summary>
internal abstract record Entry
{
    private Entry()
    {
    }

    /// <summary>Signed in.</summary>
    public sealed record Welcome(Officer Officer) : Entry;

    /// <summary>Name, password or account is not good; which of them is nobody's business.</summary>
    public sealed record Wrong : Entry;

    /// <summary>Too many wrong tries.</summary>
    public sealed record Locked(DateTimeOffset Until) : Entry;
}

/// <summary>Signs officers in. A name that does not exist behaves, also in time and in locking, like one that does.</summary>
internal sealed class FrontDoor(SignInManager<Officer> door, IPasswordHasher<Officer> hasher, Strangers strangers)
{
    /// <summary>Wrong tries until a name is locked: 5.</summary>
    public const int Tries = 5;

    /// <summary>How long it then stays locked: 10 min.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(10);

    private static readonly Officer Nobody = new() { UserName = "nobody" };
    private static string? nobodysHash;

    public async Task<Entry> Try(string name, string password)
    {
        var officer = await door.UserManager.FindByNameAsync(name);
        if (officer is null or { Disabled: true })
        {
            return Turn(name, password);
        }

        var result = await door.CheckPasswordSignInAsync(officer, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            return new Entry.Locked(await door.UserManager.GetLockoutEndDateAsync(officer) ?? default);
        }

        if (!result.Succeeded)
        {
            return new Entry.Wrong();
        }

        await door.SignInAsync(officer, isPersistent: true);
        return new Entry.Welcome(officer);
    }

    private Entry Turn(string name, string password)
    {
        if (strangers.LockedUntil(name) is { } locked)
        {
            return new Entry.Locked(locked);
        }

        // Hashing takes most of the time of an honest attempt, so a stranger's attempt hashes too.
        nobodysHash ??= hasher.HashPassword(Nobody, "no password is this one");
        hasher.VerifyHashedPassword(Nobody, nobodysHash, password);
        return strangers.Failed(name) is { } until ? new Entry.Locked(until) : new Entry.Wrong();
    }
}
