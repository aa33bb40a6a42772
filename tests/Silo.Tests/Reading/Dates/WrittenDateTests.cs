using System.Globalization;
using Monitor.Silo.Reading.Dates;

namespace Monitor.Silo.Tests.Reading.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData(11, 22, "2026-11-22", "2026-11-22")]
    [InlineData(11, 23, "2026-11-22", "2025-11-23")]
    [InlineData(12, 31, "2027-01-01", "2026-12-31")]
    [InlineData(1, 1, "2027-01-01", "2027-01-01")]
    [InlineData(2, 29, "2026-11-22", "2024-02-29")]
    [InlineData(2, 29, "1903-11-22", null)]
    [InlineData(2, 30, "2026-11-22", null)]
    public void Date_without_year_is_the_newest_that_is_not_in_the_future(int month, int day, string today, string? expected)
    {
        var date = new WrittenDate(null, month, day, 0, 5).On(DateOnly.Parse(today, CultureInfo.InvariantCulture));
        Assert.Equal(expected, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(2026, 11, 23, true)]
    [InlineData(2026, 11, 24, false)]
    [InlineData(2026, 2, 29, false)]
    [InlineData(2024, 2, 29, true)]
    [InlineData(2026, 13, 1, false)]
    [InlineData(2026, 0, 1, false)]
    [InlineData(2121, 6, 6, false)]
    [InlineData(1970, 1, 1, false)]
    [InlineData(1970, 1, 2, true)]
    [InlineData(0, 0, 0, false)]
    [InlineData(1, 1, 1, false)]
    public void Date_with_year_is_possible_until_tomorrow(int year, int month, int day, bool isPossible)
    {
        var date = new WrittenDate(year, month, day, 0, 10);
        Assert.Equal(isPossible, date.On(new DateOnly(2026, 11, 22)) is not null);
    }
}
