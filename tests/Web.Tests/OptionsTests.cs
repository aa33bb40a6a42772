namespace Monitor.Web.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Defaults_can_work()
    {
        Assert.Empty(new WebOptions().Faults());
        Assert.Empty(new RegionOptions().Faults());
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_with_its_key_and_value()
    {
        var options = new WebOptions
        {
            AppPath = "/nowhere", SessionLength = TimeSpan.FromSeconds(1), LiveQueue = 0, SignInsPerMinute = -1, TrustedProxies = ["10.0.0.1", "10.0.0.0/99"],
        };
        Assert.Equal(
            ["Web:AppPath is \"/nowhere\"", "Web:SessionLength is 00:00:01", "Web:SignInsPerMinute is -1", "Web:LiveQueue is 0", "Web:TrustedProxies has \"10.0.0.0/99\""],
            options.Faults().Select(fault => fault[..fault.IndexOfAny([';', ','])]));
        Assert.Equal(2, new RegionOptions { Id = "a/b", Name = " " }.Faults().Count());
    }
}
