using System.Collections;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Standalone;

namespace Orleans.Utilities;

/// <summary>The observers of a grain, named by themselves.</summary>
public class ObserverManager<TObserver>(TimeSpan expiration, ILogger log) : ObserverManager<IAddressable, TObserver>(expiration, log);

/// <summary>The observers of a grain. One that did not renew in time, or that failed, is forgotten at the next notification.</summary>
/// <remarks>Used inside turns only, so nothing is locked; a new dictionary per change lets a notification go on while others subscribe.</remarks>
public class ObserverManager<TIdentity, TObserver>(TimeSpan expiration, ILogger log) : IEnumerable<TObserver> where TIdentity : notnull
{
    private Dictionary<TIdentity, (TObserver Observer, DateTime LastSeen)> _observers = [];

    /// <summary>The clock, UTC. Set it from the grain's <see cref="TimeProvider"/>.</summary>
    public Func<DateTime> GetDateTime { get; set; } = () => TimeProvider.System.GetUtcNow().UtcDateTime;

    public TimeSpan ExpirationDuration { get; set; } = expiration;

    public int Count => _observers.Count;

    public IReadOnlyDictionary<TIdentity, TObserver> Observers => _observers.ToDictionary(o => o.Key, o => o.Value.Observer);

    public void Clear() => _observers = [];

    /// <summary>Adds an observer or renews it.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _observers = new(_observers) { [id] = (observer, GetDateTime()) };

    public void Unsubscribe(TIdentity id) => Forget([id]);

    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        List<TIdentity> defunct = [];
        foreach (var (id, (observer, lastSeen)) in _observers)
        {
            if (IsExpired(lastSeen))
            {
                defunct.Add(id);
                continue;
            }

            try
            {
                if (predicate?.Invoke(observer) ?? true)
                {
                    await notification(observer);
                }
            }
#pragma warning disable CA1031 // Whatever an observer throws, the others are still told.
            catch (Exception failure)
            {
                log.ObserverFailed(failure, id.ToString());
                defunct.Add(id);
            }
#pragma warning restore CA1031
        }

        Forget(defunct);
    }

    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null) =>
        // Every part of the asynchronous form completes at once here, so this neither blocks nor hides anything.
        Notify(observer => { notification(observer); return Task.CompletedTask; }, predicate).GetAwaiter().GetResult();

    public void ClearExpired() => Forget([.. _observers.Where(o => IsExpired(o.Value.LastSeen)).Select(o => o.Key)]);

    public IEnumerator<TObserver> GetEnumerator() => _observers.Values.Select(o => o.Observer).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsExpired(DateTime lastSeen) => lastSeen + ExpirationDuration < GetDateTime();

    private void Forget(List<TIdentity> ids)
    {
        if (ids.Count > 0)
        {
            _observers = _observers.Where(o => !ids.Contains(o.Key)).ToDictionary();
        }
    }
}
