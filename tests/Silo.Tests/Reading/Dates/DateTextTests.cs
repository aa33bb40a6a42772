using Monitor.Silo.Reading.Dates;

namespace Monitor.Silo.Tests.Reading.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-11-20", 2026, 11, 20)]
    [InlineData("2026/1/2", 2026, 1, 2)]
    [InlineData("2026年1月2日", 2026, 1, 2)]
    [InlineData("2026 年 1 月 2 日", 2026, 1, 2)]
    [InlineData("2026.1.12", 2026, 1, 12)]
    [InlineData("[2026-11-20]", 2026, 11, 20)]
    [InlineData("2026-11-20 08:30:00", 2026, 11, 20)]
    [InlineData("2026-11-20T08:30", 2026, 11, 20)]
    [InlineData("2019年06月15日08:18", 2019, 6, 15)]
    [InlineData("2121.6.6", 2121, 6, 6)]
    [InlineData("2026-02-30", 2026, 2, 30)]
    [InlineData("0000-00-00", 0, 0, 0)]
    public void Date_in_a_known_form_is_found_as_written(string text, int year, int month, int day)
    {
        Assert.True(DateText.TryFind(text, 0, out var date));
        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData("国办秘函〔2019〕19号")]
    [InlineData("索引号 0233621J/2026-00277")]
    [InlineData("0575-85123456")]
    [InlineData("版本 v2026.11.20")]
    [InlineData("2026.11.20.3")]
    [InlineData("10.2026-11-20")]
    [InlineData("12026-11-20")]
    [InlineData("2026-11-200")]
    [InlineData("2026-11/20")]
    [InlineData("2019-2026")]
    [InlineData("1024-768-20")]
    [InlineData("2026年11月")]
    public void Number_of_another_kind_is_no_date(string text) => Assert.False(DateText.TryFind(text, 0, out _));

    [Theory]
    [InlineData("11-20", 11, 20)]
    [InlineData("[11-20]", 11, 20)]
    [InlineData("(11/20)", 11, 20)]
    [InlineData("1月2日", 1, 2)]
    [InlineData("11-20 08:30", 11, 20)]
    public void Date_without_year_is_found_when_it_stands_alone(string text, int month, int day)
    {
        Assert.True(DateText.TryWholeWithoutYear(text, out var date));
        Assert.Equal((null, month, day), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData("3-2")]
    [InlineData("13-20")]
    [InlineData("11-32")]
    [InlineData("11-20-3")]
    [InlineData("11.20")]
    [InlineData("2026-11-20")]
    [InlineData("08-17 点")]
    public void Score_or_range_is_no_date_without_year(string text) => Assert.False(DateText.TryWholeWithoutYear(text, out _));
}
