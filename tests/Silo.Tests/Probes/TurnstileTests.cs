using System.Net;
using Monitor.Silo.Probes.Politeness;

namespace Monitor.Tests.Probes;

public sealed class TurnstileTests
{
    private static readonly HostKey Yunling = new("yunling.gov.cn", IPAddress.Parse("223.5.5.5"), 80);
    private static readonly HostKey Qinghe = new("qinghe.gov.cn", IPAddress.Parse("223.6.6.6"), 80);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_third_probe_of_a_host_waits_and_another_host_does_not()
    {
        using var turnstile = new Turnstile(new() { PerHost = 2 });
        var first = await turnstile.Enter(Yunling, Cancel);
        await turnstile.Enter(Yunling, Cancel);

        var third = turnstile.Enter(Yunling, Cancel).AsTask();
        await turnstile.Enter(Qinghe, Cancel);
        Assert.False(third.IsCompleted);
        first.Dispose();
        await third;
    }

    [Fact]
    public async Task Who_waits_for_a_host_takes_no_place_of_all()
    {
        using var turnstile = new Turnstile(new() { PerHost = 1, MaxConcurrent = 2 });
        await turnstile.Enter(Yunling, Cancel);
        var waiting = turnstile.Enter(Yunling, Cancel).AsTask();

        await turnstile.Enter(Qinghe, Cancel);

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task When_all_places_are_taken_the_next_waits()
    {
        using var turnstile = new Turnstile(new() { PerHost = 2, MaxConcurrent = 1 });
        var place = await turnstile.Enter(Yunling, Cancel);

        var waiting = turnstile.Enter(Qinghe, Cancel).AsTask();
        Assert.False(waiting.IsCompleted);
        place.Dispose();
        (await waiting).Dispose();

        Assert.Equal(0, turnstile.Hosts);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_nothing_behind()
    {
        using var turnstile = new Turnstile(new() { PerHost = 1 });
        var place = await turnstile.Enter(Yunling, Cancel);
        using var patience = new CancellationTokenSource();

        var waiting = turnstile.Enter(Yunling, patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        place.Dispose();

        Assert.Equal(0, turnstile.Hosts);
        (await turnstile.Enter(Yunling, Cancel)).Dispose();
    }

    [Theory]
    [InlineData("www.yunling.gov.cn", "yunling.gov.cn")]
    [InlineData("jyj.yunling.gov.cn", "yunling.gov.cn")]
    [InlineData("yunling.gov.cn", "yunling.gov.cn")]
    [InlineData("gov.cn", "gov.cn")]
    [InlineData("www.gov.cn", "www.gov.cn")]
    [InlineData("www.yunling.cn", "yunling.cn")]
    [InlineData("localhost", "localhost")]
    [InlineData("223.5.5.5", "223.5.5.5")]
    public void A_host_is_named_by_its_owner(string host, string owner) => Assert.Equal(owner, HostKey.Registrable(host));
}
