using FsCheck;
using FsCheck.Fluent;
using Monitor.Grains;
using Monitor.Rules;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>Whatever a grain keeps or says comes back the same from where this edition puts it: JSON, or Orleans' serialiser.</summary>
public sealed class WireRoundTripTests
{
    public static TheoryData<Type> WireTypes => [.. new[] { typeof(ISiteGrain), typeof(Finding), typeof(Tally) }
        .SelectMany(t => t.Assembly.GetTypes())
        .Where(t => t.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) && !t.FullName!.Contains("BadSamples", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(WireTypes))]
    public void Value_comes_back_with_all_that_is_in_it(Type type)
    {
        var comesBack = Prop.ForAll<int>(seed =>
        {
            var value = new WireSample(seed).Make(type);
            return WireSample.Show(value) == WireSample.Show(EditionWire.ThereAndBack(type, value));
        });
        Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true), comesBack);
    }

    [Fact]
    public void Samples_are_told_apart_by_what_is_deep_in_them()
    {
        var shown = Enumerable.Range(0, 50).Select(seed => WireSample.Show(new WireSample(seed).Make(typeof(SiteState)))).ToList();
        Assert.True(shown.Distinct().Count() > 45, "The samples are too much alike to prove anything.");
    }
}
