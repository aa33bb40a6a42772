using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Web.Live;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests.Live;

public sealed class LiveClientsTests : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().AddSingleton<WebInstruments>().BuildServiceProvider();
    private readonly CancellationTokenSource gone = new();
    private readonly LiveClients clients;

    public LiveClientsTests() => clients = new(services.GetRequiredService<WebInstruments>(), NullLogger<LiveClients>.Instance);

    [Fact]
    public async Task Frozen_screen_is_cut_and_delays_nobody()
    {
        var (frozen, healthy) = (new FakeScreen(), new FakeScreen());
        frozen.Freeze();
        var cut = false;
        Connect("frozen", frozen, most: 8, () => cut = true);
        Connect("healthy", healthy, most: 512, () => Assert.Fail("The healthy screen was cut."));

        for (var seq = 1; seq <= 20; seq++)
        {
            clients.Changed([Samples.Event(seq)]);
        }

        await healthy.Received(20);
        Assert.True(cut);
        Assert.Equal(["healthy"], clients.All.Select(c => c.Id));
    }

    [Fact]
    public async Task Storm_goes_out_in_messages_of_a_hundred()
    {
        var screen = new FakeScreen();
        Connect("one", screen, most: 512, () => { });
        clients.Changed([.. Samples.Events(1, 1_050)]);
        await screen.Received(11);
    }

    [Fact]
    public async Task Message_is_the_same_object_for_all()
    {
        var (one, two) = (new FakeScreen(), new FakeScreen());
        Connect("one", one, most: 8, () => { });
        Connect("two", two, most: 8, () => { });
        clients.Pulse(Samples.Pulse(1));
        Assert.Same(await one.Received(1), await two.Received(1));
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        services.Dispose();
    }

    private void Connect(string id, FakeScreen screen, int most, Action abort)
    {
        var client = new LiveClient(id, new ClaimsPrincipal(), screen, abort, most);
        clients.Add(client);
        _ = client.Pump(gone.Token);
    }

    private sealed class FakeScreen : ISingleClientProxy
    {
        private readonly SemaphoreSlim arrived = new(0);
        private readonly TaskCompletionSource thaw = new();
        private bool frozen;
        private object? last;

        public void Freeze() => frozen = true;

        public async Task<object?> Received(int messages)
        {
            for (var i = 0; i < messages; i++)
            {
                Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken), $"Only {i} of {messages} messages came.");
            }

            return last;
        }

        public Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            if (frozen)
            {
                return thaw.Task.WaitAsync(cancellationToken);
            }

            last = args[0];
            arrived.Release();
            return Task.CompletedTask;
        }

        public Task<T> InvokeCoreAsync<T>(string method, object?[] args, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
