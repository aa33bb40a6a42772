using System.Collections.Immutable;

namespace Monitor.Rules.Sites;

/// <summary>How a site stands in the access test.</summary>
public enum AccessStanding
{
    /// <summary>Below the veto, whatever the missing accesses would have been.</summary>
    BelowVeto = 1,

    /// <summary>Below the veto as far as counted, but too much is missing to be sure.</summary>
    CannotTell = 2,

    /// <summary>A veto, whatever the missing accesses would have been.</summary>
    Veto = 3,
}

/// <summary>The numbers of the access test at one moment.</summary>
/// <param name="Days">The days counted, oldest first.</param>
/// <param name="Accesses">Accesses made.</param>
/// <param name="Failures">Those that failed.</param>
/// <param name="Missing">Slots that passed without an access since the watch began.</param>
/// <param name="Planned">Accesses of a whole week: 140.</param>
/// <param name="FailuresLeft">How many more failures make a veto; 0 when it is reached.</param>
/// <param name="Standing">What follows.</param>
public sealed record AccessTally(
    ImmutableArray<AccessDay> Days, int Accesses, int Failures, int Missing, int Planned, int FailuresLeft, AccessStanding Standing)
{
    /// <summary>Adds up the week that ends with the day of <paramref name="now"/>.</summary>
    public static AccessTally Of(AccessWeek week, DateTimeOffset now, RuleSet rules)
    {
        var today = ChinaTime.Day(now);
        var first = today.AddDays(1 - rules.AccessDays);
        ImmutableArray<AccessDay> days = [.. week.Days.Where(d => d.Date >= first && d.Date <= today)];
        var (accesses, failures) = (days.Sum(d => d.Accesses), days.Sum(d => d.Failures));
        var missing = Missed(week, days, first, now, rules);
        var planned = rules.AccessesPerDay * rules.AccessDays;
        var veto = VetoAt(planned, rules);
        return new(days, accesses, failures, missing, planned, Math.Max(0, veto - failures), failures switch
        {
            _ when failures >= veto && week.Since <= first => AccessStanding.Veto,
            _ when failures + missing >= veto => AccessStanding.CannotTell,
            _ => AccessStanding.BelowVeto,
        });
    }

    /// <summary>True from the warning share (3 %) of the plan on.</summary>
    public bool IsNear(RuleSet rules) => Failures * 100 >= rules.AccessWarnPercent * Planned;

    /// <summary>The slot of its day a moment falls into, from 0.</summary>
    public static int Slot(DateTimeOffset at, RuleSet rules) =>
        (int)(ChinaTime.TimeOfDay(at).Ticks * rules.AccessesPerDay / TimeSpan.TicksPerDay);

    /// <summary>Fewest failures that are the veto share (5 %) of the plan: 7 of 140.</summary>
    private static int VetoAt(int planned, RuleSet rules) => ((planned * rules.AccessVetoPercent) + 99) / 100;

    /// <summary>Slots wholly past, since the watch began, that have no access. The slot that runs can still get its own.</summary>
    private static int Missed(AccessWeek week, ImmutableArray<AccessDay> days, DateOnly first, DateTimeOffset now, RuleSet rules)
    {
        if (week.Since is not { } since)
        {
            return 0;
        }

        var slot = Slot(now, rules);
        var today = ChinaTime.Day(now);
        var begin = since > first ? since : first;
        var past = ((today.DayNumber - begin.DayNumber) * rules.AccessesPerDay) + slot;
        return Math.Max(0, past - days.Sum(d => d.Accesses - (d.Date == today && d.LastSlot == slot ? 1 : 0)));
    }
}
