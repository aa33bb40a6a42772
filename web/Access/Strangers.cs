namespace Monitor.Web.Access;

/// <summary>Counts wrong tries of names that do not exist, so that being locked does not tell that a name exists. Bounded, in memory.</summary>
internal sealed class Strangers(TimeProvider clock)
{
    private const int Most = 10_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Failures, DateTimeOffset? Until)> names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Until when this name is locked; null when it is not.</summary>
    public DateTimeOffset? LockedUntil(string name)
    {
        lock (gate)
        {
            return names.TryGetValue(name, out var seen) && seen.Until > clock.GetUtcNow() ? seen.Until : null;
        }
    }

    /// <summary>Notes a wrong try; gives the end of the lock when this one caused it.</summary>
    public DateTimeOffset? Failed(string name)
    {
        lock (gate)
        {
            if (names.Count >= Most)
            {
                // Somebody is trying names by the thousand; forgetting them all costs only the pretence for old ones.
                names.Clear();
            }

            names.TryGetValue(name, out var seen);
            var failures = seen.Failures + 1;
            DateTimeOffset? until = failures >= FrontDoor.Tries ? clock.GetUtcNow() + FrontDoor.LockedFor : null;
            names[name] = (until is null ? failures : 0, until);
            return until;
        }
    }
}
