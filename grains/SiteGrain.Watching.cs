using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>How a site keeps looking: one timer, at most one probe under way, nothing told before it is saved.</summary>
internal sealed partial class SiteGrain
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _leaving = new();
    private IGrainTimer? _timer;
    private DateTimeOffset? _nextLook;
    private volatile bool _probing;
    private long _posted;
    private bool _unsaved;

    private void KeepWatching(TimeSpan firstLook)
    {
        if (Profile is not { Paused: false } profile || _timer is not null)
        {
            return;
        }

        Arm(firstLook);
        tools.Watchlist.Note(Id, new WatchMark(profile.Region, _lastSeen?.At, profile.Interval));
    }

    private void StopWatching()
    {
        _timer?.Dispose();
        _timer = null;
        _nextLook = null;
        tools.Watchlist.Note(Id, null);
    }

    private void Arm(TimeSpan due)
    {
        _nextLook = tools.Clock.GetUtcNow() + due;
        if (_timer is null)
        {
            _timer = this.RegisterGrainTimer(Look, new GrainTimerCreationOptions(due, Timeout.InfiniteTimeSpan));
        }
        else
        {
            _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private Task Look(CancellationToken cancel)
    {
        if (Profile is { Paused: false } profile)
        {
            StartProbe(profile);
        }

        return Task.CompletedTask;
    }

    /// <summary>Starts a probe on the pool unless one is under way, and arms the next look in case its result never comes.</summary>
    private void StartProbe(SiteProfile profile)
    {
        var now = tools.Clock.GetUtcNow();
        var order = new ProbeOrder(
            Id, ProbeKind.Page, profile.Url, profile.Keywords, state.State.Memory.LastRead, _nextLook ?? now);
        Arm(profile.Interval);
        if (_probing)
        {
            // Every probe ends, but in a storm it may wait long for its turn; a second one would only lengthen the queue.
            return;
        }

        _probing = true;
        var self = this.AsReference<ISiteGrain>();
        _ = Task.Run(() => Probe(self, order, profile.Version, _leaving.Token), CancellationToken.None);
    }

    private async Task Probe(ISiteGrain self, ProbeOrder order, int version, CancellationToken leaving)
    {
        try
        {
            var seen = await tools.Prober.Probe(order, leaving);
            await self.Observed(seen, version);
        }
        catch (Exception) when (leaving.IsCancellationRequested)
        {
            // We are leaving; whoever wakes next looks again.
        }
        catch (Exception broken)
        {
            _probing = false;
            ProbeBroke(broken, order.Target);
        }
    }

    private async Task Save()
    {
        _unsaved = true;
        await state.WriteStateAsync();
        _unsaved = false;
    }

    /// <summary>Hands the desk line what it has not been handed by this activation. Only ever called when all of it is saved.</summary>
    private void PostOutbox()
    {
        var fresh = state.State.Outbox.Where(c => c.No > _posted).ToArray();
        if (fresh.Length == 0 || state.State.Profile is not { } profile)
        {
            return;
        }

        _posted = fresh[^1].No;
        tools.Line.Post(profile.Region, new TargetReport(Id, profile.Name, profile.Organizer, [.. fresh]));
    }

    private void Remember(SiteProfile profile, Observation seen, DateTimeOffset now)
    {
        var total = (int)seen.Phases.Total.TotalMilliseconds;
        var firstByte = (int)(seen.Phases.FirstByte?.TotalMilliseconds ?? 0);
        // Pause and maintenance begin and end without a look, so lists add them from the register when they are read.
        var condition = SiteJudge.Condition(state.State.Memory, profile with { Paused = false, Maintenance = [] }, seen, now);
        tools.History.Append(
            Id,
            new Sample(seen.At, seen.Failure?.Class, total, firstByte),
            new TargetLatest(Id, seen.At, condition.ToString(), total, _nextLook ?? now, state.State.Memory.Open.Count));
        if (seen.Sighted)
        {
            // A blind look is no look: the target stays as fresh, or as old, as it was.
            tools.Watchlist.Note(Id, new WatchMark(profile.Region, seen.At, profile.Interval));
        }
    }
}
