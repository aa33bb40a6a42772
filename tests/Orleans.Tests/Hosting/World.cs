using Microsoft.Extensions.DependencyInjection;
using Monitor.Tests;
using Orleans.Storage;

namespace Monitor.Orleans.Tests.Hosting;

/// <summary>What outlives the host of the grains: the clock, the stores and the script.</summary>
internal sealed class World : IAsyncDisposable
{
    private ITestHost? _host;

    public Script Script { get; } = new();

    /// <summary>Starts at the true time, because Orleans collects idle grains by the true time.</summary>
    public HandClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public SharedStorage Storage { get; } = new();

    public object Reminders { get; } = EditionHost.NewReminderStore();

    public ITestHost Host => _host ?? throw new InvalidOperationException("No host runs.");

    public static async Task<World> StartAsync()
    {
        var world = new World();
        await world.StartHostAsync();
        return world;
    }

    public T Grain<T>(string key = "a") where T : IGrainWithStringKey => Host.Grains.GetGrain<T>(key);

    public async Task StopHostAsync()
    {
        var stopped = Host;
        _host = null;
        await stopped.DisposeAsync();
    }

    public async Task StartHostAsync() => _host = await EditionHost.StartAsync(this);

    public async Task RestartAsync()
    {
        await StopHostAsync();
        await StartHostAsync();
    }

    /// <summary>Moves the clock step by step until something was said. Where the arming of a timer can't be seen, this is how to meet it.</summary>
    public async Task AdvanceUntilSaid(TimeSpan step, string what, int times = 1)
    {
        var said = Script.Said(what, times);
        while (!said.IsCompleted)
        {
            Clock.Advance(step);
            await Task.WhenAny(said, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None));
        }

        await said;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(Script);
        services.AddKeyedSingleton<IGrainStorage>("shared", Storage);
        services.AddKeyedSingleton("greeting", "good day");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } running)
        {
            await running.DisposeAsync();
        }
    }
}
