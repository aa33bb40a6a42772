namespace Monitor.Rules.Tests;

public sealed class EvidenceTests
{
    [Fact]
    public void Line_replaces_what_moves_or_hides_text() =>
        Assert.Equal("a b c d e", Evidence.Line("值", "Value", "a\u202Eb\u0007c\u200Bd\uFEFFe").Value);

    [Fact]
    public void Line_keeps_markup_as_the_text_it_is() =>
        Assert.Equal("<script>alert(1)</script>", Evidence.Line("值", "Value", "<script>alert(1)</script>").Value);

    [Fact]
    public void Line_is_cut_at_300_characters_and_never_through_one()
    {
        var line = Evidence.Line("值", "Value", new string('a', 298) + "\U0001F600" + "bbb");
        Assert.Equal(new string('a', 298) + "…", line.Value);
        Assert.Equal(300, Evidence.Line("值", "Value", new string('a', 301)).Value.Length);
    }

    [Theory]
    [InlineData("2026-11-19T15:59:59Z", "2026-11-19")]
    [InlineData("2026-11-19T16:00:00Z", "2026-11-20")]
    [InlineData("2026-11-20T00:30:00+09:00", "2026-11-19")]
    public void Days_begin_at_midnight_in_Shanghai_whatever_the_zone(string moment, string day) =>
        Assert.Equal(day, ChinaTime.Words(ChinaTime.Day(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void Every_failure_class_has_words() => Assert.All(
        Enum.GetValues<FailureClass>(), c => Assert.NotEqual("未知原因", c.Words().Zh));
}
