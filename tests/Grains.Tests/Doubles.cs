using System.Collections.Concurrent;
using Monitor.Grains;
using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Tests.Grains;

/// <summary>A network whose answers the test writes. Each probe is announced, so a test waits for a probe and never for time.</summary>
internal sealed class ScriptedProber(TimeProvider clock) : IProber
{
    private readonly ConcurrentDictionary<string, Failure?> _weather = new();
    private readonly SemaphoreSlim _probed = new(0);

    public ConcurrentQueue<ProbeOrder> Orders { get; } = new();

    public TaskCompletionSource? Hold { get; set; }

    public void Fails(string target, FailureClass failure) => _weather[target] = new Failure(failure, "as written");

    public void Opens(string target) => _weather[target] = null;

    public async Task<Observation> Probe(ProbeOrder order, CancellationToken cancel)
    {
        Orders.Enqueue(order);
        _probed.Release();
        if (Hold is { } hold)
        {
            await hold.Task.WaitAsync(cancel);
        }

        var phases = new Phases(null, null, null, null, null, TimeSpan.FromMilliseconds(40));
        return new Observation(clock.GetUtcNow(), _weather.GetValueOrDefault(order.Target), phases);
    }

    /// <summary>Waits for as many probes to have started.</summary>
    public async Task Probes(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _probed.WaitAsync(TimeSpan.FromSeconds(10)), $"Probe {i + 1} of {count} did not start.");
        }
    }
}

/// <summary>A desk line that keeps what is posted and, when told to, passes it on to the real desk.</summary>
internal sealed class RecordingLine : IDeskLine
{
    public ConcurrentQueue<TargetReport> Posted { get; } = new();

    public Func<string, TargetReport, Task>? Onward { get; set; }

    public void Post(string region, TargetReport report)
    {
        Posted.Enqueue(report);
        _ = Onward?.Invoke(region, report);
    }
}

internal sealed class MemoryHistory : IHistory
{
    public ConcurrentQueue<(string Target, Sample Sample, TargetLatest Latest)> Samples { get; } = new();

    public void Append(string target, Sample sample, TargetLatest latest) => Samples.Enqueue((target, sample, latest));

    public Task<IReadOnlyList<Sample>> Read(string target, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Sample>>([.. Samples.Where(s => s.Target == target).Select(s => s.Sample)]);
}

internal sealed class MemoryRegister : ISiteRegister
{
    private readonly ConcurrentDictionary<string, SiteProfile> _rows = new();

    public Task<IReadOnlyList<SiteProfile>> Load(string region, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<SiteProfile>>([.. _rows.Values]);

    public Task Save(IReadOnlyList<SiteProfile> put, IReadOnlyList<string> removed, CancellationToken cancel)
    {
        put.ToList().ForEach(s => _rows[s.Id] = s);
        removed.ToList().ForEach(id => _rows.TryRemove(id, out _));
        return Task.CompletedTask;
    }
}

internal sealed class MemoryWatchlist : IWatchlist
{
    public ConcurrentDictionary<string, WatchMark> Marks { get; } = new();

    public void Note(string target, WatchMark? mark)
    {
        if (mark is { } known)
        {
            Marks[target] = known;
        }
        else
        {
            Marks.TryRemove(target, out _);
        }
    }
}
