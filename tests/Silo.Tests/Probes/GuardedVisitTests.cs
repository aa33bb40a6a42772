using System.Net;
using Monitor.Rules;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Tests.Probes;

/// <summary>The guard where it stands: at every connect, on the very address.</summary>
public sealed class GuardedVisitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:{0}/good")]
    [InlineData("http://[::1]:{0}/good")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/good")]
    [InlineData("http://[::ffff:7f00:1]:{0}/good")]
    [InlineData("http://[64:ff9b::7f00:1]:{0}/good")]
    [InlineData("http://localhost:{0}/good")]
    [InlineData("http://www.yunling.example:{0}/good")]
    [InlineData("http://2130706433:{0}/good")]
    [InlineData("http://user@127.0.0.1:{0}/good")]
    public async Task Without_leave_nothing_reaches_loopback(string form)
    {
        await using var rig = await ProbeRig.Start(o => o.AllowedNetworks.Clear(), ProbeRig.Loopback);
        var port = new Uri(rig.Server.Http("/")).Port;

        var seen = await rig.Http(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, port), cancel: Cancel);

        Assert.Equal(FailureClass.AddressRefused, seen.Failure?.Class);
        Assert.Empty(rig.Server.Requests);
    }

    [Fact]
    public async Task A_name_that_is_public_when_asked_first_and_loopback_when_asked_again_is_asked_once()
    {
        var asked = 0;
        ResolveHost rebind = (_, _) => Task.FromResult<IPAddress[]>([++asked == 1 ? IPAddress.Parse("192.0.2.1") : IPAddress.Loopback]);
        await using var rig = await ProbeRig.Start(o => o.AllowedNetworks.Clear(), rebind);

        var seen = await rig.Http(rig.Server.Http("/good", "rebind.example"), cancel: Cancel);

        Assert.Equal(1, asked);
        Assert.Equal(FailureClass.AddressRefused, seen.Failure?.Class);
        Assert.Empty(rig.Server.Requests);
    }

    [Fact]
    public async Task A_redirect_to_the_same_name_is_judged_by_the_address_it_has_then()
    {
        var asked = 0;
        ResolveHost rebind = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(++asked == 1 ? "127.0.0.1" : "127.0.0.2")]);
        await using var rig = await ProbeRig.Start(Only("127.0.0.1/32"), rebind);

        var seen = await rig.Http(rig.Server.Http("/redirect/once", "rebind.example"), cancel: Cancel);

        Assert.Equal(2, asked);
        Assert.Equal(FailureClass.AddressRefused, seen.Failure?.Class);
        Assert.Equal("/redirect/once", Assert.Single(rig.Server.Requests).Path);
    }

    [Fact]
    public async Task Among_several_addresses_only_the_allowed_are_connected_to()
    {
        await using var rig = await ProbeRig.Start(
            Only("127.0.0.1/32"), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));

        var seen = await rig.Http(rig.Server.Http("/good", "www.yunling.example"), cancel: Cancel);

        Assert.Equal("127.0.0.1", seen.Http?.Address);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/latest/meta-data/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/latest/meta-data/")]
    [InlineData("http://2852039166/latest/meta-data/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("//169.254.169.254/")]
    [InlineData("http://good@169.254.169.254/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:6379/_FLUSHALL")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://metadata.example/")]
    public async Task A_redirect_to_where_we_must_not_go_is_refused(string target)
    {
        await using var rig = await ProbeRig.Start(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("169.254.169.254")]));

        var seen = await rig.Http(rig.Server.Http($"/redirect/to?url={Uri.EscapeDataString(target)}"), cancel: Cancel);

        Assert.Equal(FailureClass.AddressRefused, seen.Failure?.Class);
        Assert.Equal(302, seen.Http?.Status);
    }

    private static Action<Monitor.Silo.Probes.ProbeOptions> Only(string network) => o =>
    {
        o.AllowedNetworks.Clear();
        o.AllowedNetworks.Add(network);
    };
}
