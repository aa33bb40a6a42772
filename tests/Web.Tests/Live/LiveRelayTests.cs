using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Tests;
using Monitor.Web.Live;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests.Live;

public sealed class LiveRelayTests : IAsyncDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<WebInstruments>().BuildServiceProvider();
    private readonly HandClock clock = new();
    private readonly FakeDesk desk = new();
    private readonly FakeLedger ledger = new();
    private readonly Pulses pulses = new();
    private readonly LiveRelay relay;

    public LiveRelayTests()
    {
        var instruments = services.GetRequiredService<WebInstruments>();
        var clients = new LiveClients(instruments, NullLogger<LiveClients>.Instance);
        var client = new LiveClient("one", new ClaimsPrincipal(), pulses, () => { }, 512);
        clients.Add(client);
        _ = client.Pump(TestContext.Current.CancellationToken);
        var region = new RegionOptions { Id = Samples.Region };
        var grains = FakeGrains.Of(desk, new FakeRegister());
        // No screen here has an officer, so there is nobody to sweep for.
        var sweep = new SessionSweep(clients, services.GetRequiredService<IServiceScopeFactory>(), NullLogger<SessionSweep>.Instance);
        relay = new LiveRelay(
            grains, new DeskDoor(grains, region, clock), ledger, clients, sweep, region, instruments, clock, NullLogger<LiveRelay>.Instance);
    }

    [Fact]
    public async Task Heart_beats_every_five_seconds()
    {
        await relay.StartAsync(TestContext.Current.CancellationToken);
        await pulses.Next();
        Assert.True(await Tick(TimeSpan.FromSeconds(5)));
        Assert.True(await Tick(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Silent_desk_gives_no_pulse_and_one_that_is_back_gives_one_within_a_second()
    {
        await relay.StartAsync(TestContext.Current.CancellationToken);
        await pulses.Next();
        desk.Silent = true;
        for (var i = 0; i < 20; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0, pulses.Waiting);
        desk.Silent = false;
        // Two seconds of patience may still be running, and a second passes before the next try.
        Assert.True(await Tick(TimeSpan.FromSeconds(1), most: 4));
    }

    [Fact]
    public async Task Desk_is_asked_to_tell_again_and_again()
    {
        await relay.StartAsync(TestContext.Current.CancellationToken);
        await pulses.Next();
        var asked = desk.Observers.Count;
        for (var i = 0; i < 60 && desk.Observers.Count == asked; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(desk.Observers.Count > asked, "The relay did not subscribe again within a minute.");
    }

    public async ValueTask DisposeAsync()
    {
        await relay.StopAsync(CancellationToken.None);
        relay.Dispose();
        await services.DisposeAsync();
    }

    /// <summary>Moves the clock by steps until a pulse comes.</summary>
    private async Task<bool> Tick(TimeSpan step, int most = 1)
    {
        for (var i = 0; i < most; i++)
        {
            clock.Advance(step);
            if (pulses.Waiting > 0)
            {
                break;
            }
        }

        return await pulses.Next();
    }

    private sealed class Pulses : ISingleClientProxy
    {
        private readonly SemaphoreSlim arrived = new(0);

        public int Waiting => arrived.CurrentCount;

        public Task<bool> Next() => arrived.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            if (method == "pulse")
            {
                arrived.Release();
            }

            return Task.CompletedTask;
        }

        public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
