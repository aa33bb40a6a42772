using Microsoft.Extensions.Logging;
using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>
/// A website that watches itself. A probe runs outside the grain's turn and comes back as a call, so a slow site
/// delays nobody; each call reads the clock, asks the rules, saves, and only then tells.
/// </summary>
[CollectionAgeLimit(AlwaysActive = true)]
internal sealed partial class SiteGrain(
    [PersistentState("site", "monitor")] IPersistentState<SiteState> state,
    SiteTools tools,
    ILogger<SiteGrain> log) : Grain, ISiteGrain, IDisposable
{
    private Observation? _lastSeen;

    private string Id => this.GetPrimaryKeyString();

    private SiteProfile? Profile => state.State.Retired ? null : state.State.Profile;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Woken by anything but the register (a screen, a late delivery), it must watch all the same.
        KeepWatching(Schedule.First(Id, RegistryGrain.StartSpread));
        PostOutbox();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        StopWatching();
        await _leaving.CancelAsync();
    }

    public void Dispose() => _leaving.Dispose();

    public async Task Adopt(SiteProfile profile, TimeSpan firstLook)
    {
        if (Profile is not { } known || known.Version != profile.Version || !known.SaysTheSame(profile))
        {
            var memory = state.State.Profile is { } was
                ? SiteJudge.Adopt(state.State.Memory, was, profile)
                : state.State.Memory;
            state.State = state.State with { Profile = profile, Memory = memory, Retired = false };
            await Save();
            StopWatching();
        }

        KeepWatching(firstLook);
    }

    public async Task Observed(Observation seen, int profileVersion)
    {
        _probing = false;
        if (Profile is not { Paused: false } profile)
        {
            return;
        }

        if (profile.Version != profileVersion)
        {
            // The register changed while we looked: what was seen is of the old entry, so look again without waiting.
            Arm(SoonAgain);
            return;
        }

        var now = tools.Clock.GetUtcNow();
        var decision = SiteJudge.Judge(state.State.Memory, profile, seen, tools.Rules, now, tools.Chance());
        _lastSeen = seen;
        state.State = state.State with
        {
            Memory = decision.Memory,
            Outbox = state.State.Outbox.AddRange(decision.Changes),
        };

        // Armed before saving: if the store fails, the next look comes all the same and saves again.
        Arm(decision.NextLook);
        if (decision.MustSave || _unsaved)
        {
            await Save();
            PostOutbox();
        }

        Remember(profile, seen, now);
    }

    public async Task Delivered(long upTo)
    {
        state.State = state.State with { Outbox = state.State.Outbox.RemoveAll(c => c.No <= upTo) };
        if (state.State is { Retired: true, Outbox.IsEmpty: true })
        {
            await state.ClearStateAsync();
            DeactivateOnIdle();
        }
    }

    public Task LookNow()
    {
        if (Profile is { Paused: false } profile)
        {
            StartProbe(profile);
        }

        return Task.CompletedTask;
    }

    public async Task Retire(string reason)
    {
        if (Profile is null)
        {
            return;
        }

        StopWatching();
        var memory = state.State.Memory;
        var closed = Findings.CloseAll(memory.Open, reason, tools.Clock.GetUtcNow(), memory.LastChangeNo);
        state.State = state.State with
        {
            Retired = true,
            Memory = SiteMemory.Blank with { LastChangeNo = closed.LastNo },
            Outbox = state.State.Outbox.AddRange(closed.Changes),
        };
        await Save();
        PostOutbox();
        await Delivered(0);
    }

    public Task<SiteSnapshot?> Snapshot()
    {
        if (Profile is { } profile)
        {
            return Task.FromResult<SiteSnapshot?>(new(profile, state.State.Memory, _lastSeen, _nextLook, state.State.Outbox));
        }

        if (state.State.Outbox.IsEmpty)
        {
            // Somebody asked for a site that is not registered; nothing of it needs to stay in memory.
            DeactivateOnIdle();
        }

        return Task.FromResult<SiteSnapshot?>(null);
    }
}
