namespace Monitor.Silo.Reading.Dates;

/// <summary>A date as a page writes it. It may be one that cannot be; it is never repaired.</summary>
/// <param name="Year">Null when the page leaves it out.</param>
/// <param name="Start">Where it begins in the text it was found in.</param>
/// <param name="Length">How many characters it takes there.</param>
internal readonly record struct WrittenDate(int? Year, int Month, int Day, int Start, int Length)
{
    /// <summary>2-29 without a year can be up to eight years old (1896 to 1904).</summary>
    private const int MostYearsBack = 8;

    public int End => Start + Length;

    /// <summary>
    /// The day meant, or null when there is none: 02-30, 2121.6.6, or 1970-01-01, which is a zero that a program printed.
    /// Without a year it is the newest such day that is not in the future. One day ahead is allowed with a year, since
    /// page and reader may stand in different time zones.
    /// </summary>
    public DateOnly? On(DateOnly today)
    {
        if (Year is { } year)
        {
            return In(year) is { } day && day <= today.AddDays(1) && day != DateOnly.FromDateTime(DateTime.UnixEpoch) ? day : null;
        }

        for (var back = 0; back <= MostYearsBack; back++)
        {
            if (In(today.Year - back) is { } day && day <= today)
            {
                return day;
            }
        }

        return null;
    }

    private DateOnly? In(int year) =>
        year is >= 1900 and <= 9999 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month)
            ? new DateOnly(year, Month, Day)
            : null;
}
