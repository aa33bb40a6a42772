using System.Net;
using Monitor.Tests;
using Monitor.Web.Health;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_when_every_check_is_well()
    {
        await using var edge = await Edge.Start();
        using var browser = new Browser(edge.Server);
        using var answer = await browser.Get("/readyz");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["registry", "clock"], (await answer.Json()).GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        using var alive = await browser.Get("/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task Check_that_fails_or_throws_is_named()
    {
        var readiness = new Readiness(
            [new One("database", () => "The disk is full."), new One("registry", () => throw new InvalidOperationException("inside"))],
            TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Readiness>.Instance);
        var checks = await readiness.Ask(TestContext.Current.CancellationToken);
        Assert.Equal(new Check("database", false, "The disk is full."), checks[0]);
        Assert.False(checks[1].Ok);
        Assert.DoesNotContain("inside", checks[1].Fault);
    }

    [Fact]
    public async Task Clock_that_jumps_is_told_for_a_minute()
    {
        var clock = new JumpingClock();
        var check = new ClockIsSane(clock);
        clock.Hand.Advance(TimeSpan.FromHours(1));
        Assert.Null(await check.Fault(TestContext.Current.CancellationToken));
        clock.Ahead += TimeSpan.FromMinutes(4);
        Assert.Contains("240", await check.Fault(TestContext.Current.CancellationToken));
        clock.Hand.Advance(TimeSpan.FromSeconds(59));
        Assert.NotNull(await check.Fault(TestContext.Current.CancellationToken));
        clock.Hand.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await check.Fault(TestContext.Current.CancellationToken));
    }

    private sealed class One(string name, Func<string?> fault) : IReadinessCheck
    {
        public string Name => name;

        public Task<string?> Fault(CancellationToken cancel) => Task.FromResult(fault());
    }

    /// <summary>A clock whose wall time can be set while its steady time goes on.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        public HandClock Hand { get; } = new();

        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => Hand.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Hand.GetUtcNow() + Ahead;

        public override long GetTimestamp() => Hand.GetTimestamp();
    }
}
