using System.Security.Cryptography;

namespace Monitor.Web.Access;

/// <summary>Passwords for one use: long enough to be safe, without letters and digits that look alike.</summary>
internal static class Passwords
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>Four groups of four, at least one letter and one digit in each: about 75 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => Group()));

    private static string Group()
    {
        var group = (RandomNumberGenerator.GetString(Letters, 1) + RandomNumberGenerator.GetString(Digits, 1)
            + RandomNumberGenerator.GetString(Letters + Digits, 2)).ToCharArray();
        RandomNumberGenerator.Shuffle(group.AsSpan());
        return new(group);
    }
}
