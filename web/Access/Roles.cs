namespace Monitor.Web.Access;

/// <summary>The four roles, each of which may do all that the ones before it may. The names are also the policies' names.</summary>
public static class Roles
{
    /// <summary>Sees everything, changes nothing.</summary>
    public const string Viewer = "viewer";

    /// <summary>值班员: works alarms.</summary>
    public const string Duty = "duty";

    /// <summary>带班领导: also keeps the register.</summary>
    public const string Lead = "lead";

    /// <summary>管理员: also keeps the people.</summary>
    public const string Admin = "admin";

    private static readonly string[] Ladder = [Viewer, Duty, Lead, Admin];

    /// <summary>All roles, the least first.</summary>
    public static IReadOnlyList<string> All => Ladder;

    /// <summary>The roles that satisfy <paramref name="least"/>: itself and all above it.</summary>
    internal static IEnumerable<string> From(string least) => Ladder.SkipWhile(role => role != least);

    /// <summary>The roles somebody with <paramref name="granted"/> may act in: all up to the highest granted.</summary>
    internal static IEnumerable<string> UpTo(IEnumerable<string> granted)
    {
        var highest = granted.Select(role => Array.IndexOf(Ladder, role)).DefaultIfEmpty(-1).Max();
        return Ladder.Take(highest + 1);
    }
}
