using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Monitor.Rules.Desk;
using Orleans.Utilities;

namespace Monitor.Grains;

/// <summary>
/// The duty desk of one region. Every way in works out a new <see cref="DeskBoard"/>, saves what happened in one
/// transaction, takes the board as its own, and then tells the screens: nothing is told that is not saved.
/// </summary>
[CollectionAgeLimit(AlwaysActive = true)]
internal sealed partial class DeskGrain(ILedger ledger, TimeProvider clock, ILogger<DeskGrain> log) : Grain, IDeskGrain
{
    /// <summary>An observer that does not subscribe again within this is gone with its node.</summary>
    private static readonly TimeSpan ObserverLife = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LeaseCheck = TimeSpan.FromSeconds(15);

    private readonly ObserverManager<IDeskObserver> _observers = new(ObserverLife, log);
    private readonly CollectorBoard _collectors = new();
    private DeskBoard _board = null!;

    private string Region => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _board = DeskBoard.From(Region, await ledger.Open(Region, cancellationToken));
        this.RegisterGrainTimer(EndLeases, new GrainTimerCreationOptions(LeaseCheck, LeaseCheck));
        Opened(Region, _board.Epoch, _board.Head, _board.Alarms.Count);
    }

    public Task Report(ImmutableArray<TargetReport> batch)
    {
        var now = clock.GetUtcNow();
        return Save(batch.Aggregate(_board, (board, report) => board.Hear(report, now)));
    }

    public async Task<CommandOutcome> Do(DeskCommand command)
    {
        if (await ledger.ByCommand(Region, command.Key, CancellationToken.None) is { } before)
        {
            return DeskAnswers.Repeated(before, command);
        }

        var alarm = await Find(command.AlarmId);
        if (alarm is null)
        {
            return DeskAnswers.NotFound(command);
        }

        var now = clock.GetUtcNow();
        var answer = command.Verb switch
        {
            DeskVerb.Acknowledge => DeskCommands.Acknowledge(alarm, command.Version, command.By, command.Note, now),
            DeskVerb.Resolve => DeskCommands.Resolve(alarm, command.Version, command.By, command.Note, now),
            _ => DeskCommands.Note(alarm, command.Note),
        };
        if (answer is DeskAnswer.Done done)
        {
            await Save(_board.Record(done.Step, command.By, now, command.Key));
        }

        return DeskAnswers.For(answer, alarm);
    }

    public Task Beat(CollectorBeat beat)
    {
        _collectors.Hear(beat);
        return Task.CompletedTask;
    }

    public Task Registered(ImmutableArray<string> targets, int watched)
    {
        _collectors.Watched = watched;
        return Save(_board.Keep(targets.ToHashSet(StringComparer.Ordinal), clock.GetUtcNow()));
    }

    public Task<DeskSnapshot> Snapshot() => Task.FromResult(new DeskSnapshot(PulseNow(), [.. _board.Alarms.Values]));

    public Task<DeskPulse> Pulse() => Task.FromResult(PulseNow());

    public Task Subscribe(IDeskObserver observer)
    {
        _observers.Subscribe(observer, observer);
        return Task.CompletedTask;
    }

    private DeskPulse PulseNow() => _collectors.Pulse(Region, _board.Epoch, _board.Head, clock.GetUtcNow());

    /// <summary>An alarm on the board, or one of the past, so that a note can still be added to it.</summary>
    private async Task<Alarm?> Find(string alarmId) =>
        _board.Alarms.GetValueOrDefault(alarmId) ?? (await ledger.Find(Region, alarmId, CancellationToken.None))?.Alarm;

    private Task EndLeases(CancellationToken cancel) => Save(_board.EndLeases(clock.GetUtcNow()));

    private async Task Save(DeskBoard next)
    {
        if (!next.HasUnsaved)
        {
            return;
        }

        try
        {
            await ledger.Commit(Region, next.Unsaved, next.UnsavedHeard, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // Another desk of this region has started; this one must not speak any more.
            DeactivateOnIdle();
            throw;
        }

        _board = next.Saved();
        if (!next.Unsaved.IsEmpty)
        {
            ImmutableArray<DeskEvent> events = [.. next.Unsaved];
            _observers.Notify(observer => observer.Changed(Region, events));
        }
    }
}
