using System.Collections.Immutable;
using Monitor.Grains;
using Monitor.Rules.Desk;

namespace Monitor.Web.Tests.World;

/// <summary>A desk that says what a test tells it to.</summary>
internal sealed class FakeDesk : IDeskGrain
{
    public long Epoch { get; set; } = 1;

    public long Head { get; set; }

    /// <summary>True: it never answers.</summary>
    public bool Silent { get; set; }

    public Func<DeskCommand, CommandOutcome> Answer { get; set; } =
        command => new(CommandResult.Done, Samples.Alarm(command.AlarmId, (command.Version ?? 1) + 1));

    public List<DeskCommand> Commands { get; } = [];

    public List<IDeskObserver> Observers { get; } = [];

    public Task Report(ImmutableArray<TargetReport> batch) => Task.CompletedTask;

    public Task<CommandOutcome> Do(DeskCommand command)
    {
        Commands.Add(command);
        return Task.FromResult(Answer(command));
    }

    public Task Beat(CollectorBeat beat) => Task.CompletedTask;

    public Task Registered(ImmutableArray<string> targets, int watched) => Task.CompletedTask;

    public Task<DeskSnapshot> Snapshot() => Task.FromResult(new DeskSnapshot(Samples.Pulse(Head, Epoch), [Samples.Alarm()]));

    public Task<DeskPulse> Pulse() => Silent
        ? new TaskCompletionSource<DeskPulse>().Task
        : Task.FromResult(Samples.Pulse(Head, Epoch));

    public Task Subscribe(IDeskObserver observer)
    {
        lock (Observers)
        {
            Observers.Add(observer);
        }

        return Task.CompletedTask;
    }

    /// <summary>Tells whoever listens, as the desk does after saving.</summary>
    public void Tell(params DeskEvent[] events)
    {
        IDeskObserver[] told;
        lock (Observers)
        {
            told = [.. Observers.Distinct()];
        }

        foreach (var observer in told)
        {
            observer.Changed(Samples.Region, [.. events]);
        }
    }
}
