using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Utilities;

namespace Monitor.Orleans.Tests.Grains;

/// <summary>Hears what a <see cref="IWatchedGrain"/> says.</summary>
[Alias("tests.IListener")]
public interface IListener : IGrainObserver
{
    [Alias("Hear")]
    Task Hear(string what);

    [Alias("Overhear")]
    void Overhear(string what);
}

/// <summary>A grain with observers, which it forgets after five minutes of silence.</summary>
[Alias("tests.IWatchedGrain")]
public interface IWatchedGrain : IGrainWithStringKey
{
    [Alias("Subscribe")]
    Task Subscribe(IListener listener);

    [Alias("Unsubscribe")]
    Task Unsubscribe(IListener listener);

    /// <summary>Tells all observers and answers how many are left.</summary>
    [Alias("Say")]
    Task<int> Say(string what);

    /// <summary>Tells all observers without waiting for them.</summary>
    [Alias("Mumble")]
    Task Mumble(string what);
}

internal sealed class WatchedGrain(TimeProvider clock) : Grain, IWatchedGrain
{
    private readonly ObserverManager<IListener> _listeners = new(TimeSpan.FromMinutes(5), NullLogger.Instance)
    {
        GetDateTime = () => clock.GetUtcNow().UtcDateTime,
    };

    public Task Subscribe(IListener listener)
    {
        _listeners.Subscribe(listener, listener);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IListener listener)
    {
        _listeners.Unsubscribe(listener);
        return Task.CompletedTask;
    }

    public async Task<int> Say(string what)
    {
        await _listeners.Notify(l => l.Hear(what));
        return _listeners.Count;
    }

    public Task Mumble(string what)
    {
        _listeners.Notify(l => l.Overhear(what));
        return Task.CompletedTask;
    }
}
