using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Desk;

namespace Monitor.Grains;

/// <summary>The duty desk of one region. Key: region id. Nothing it tells is unsaved.</summary>
[Alias("monitor.IDeskGrain")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>Takes what targets found. Returns when it is saved; what the desk already has is dropped by its number.</summary>
    [Alias("Report")]
    Task Report(ImmutableArray<TargetReport> batch);

    /// <summary>Carries out a person's command once, however often it is sent.</summary>
    [Alias("Do")]
    Task<CommandOutcome> Do(DeskCommand command);

    /// <summary>A collector says it lives, and how fresh its targets are. Kept in memory only.</summary>
    [Alias("Beat")]
    Task Beat(CollectorBeat beat);

    /// <summary>The register says which targets exist. Alarms of targets that are gone are closed; the rest is counted.</summary>
    /// <param name="targets">Every registered target.</param>
    /// <param name="watched">How many of them are to be watched, that is, not paused.</param>
    [Alias("Registered")]
    Task Registered(ImmutableArray<string> targets, int watched);

    /// <summary>Everything a screen needs to start from.</summary>
    [Alias("Snapshot"), AlwaysInterleave]
    Task<DeskSnapshot> Snapshot();

    /// <summary>The heartbeat's content: head of the sequence and freshness.</summary>
    [Alias("Pulse"), AlwaysInterleave]
    Task<DeskPulse> Pulse();

    /// <summary>Tells this observer every change from now on. Ends by itself after a minute: subscribe again and again.</summary>
    [Alias("Subscribe"), AlwaysInterleave]
    Task Subscribe(IDeskObserver observer);
}

/// <summary>Hears of every saved change of a desk, in order. One per web node.</summary>
[Alias("monitor.IDeskObserver")]
public interface IDeskObserver : IGrainObserver
{
    [Alias("Changed")]
    void Changed(string region, ImmutableArray<DeskEvent> events);
}

/// <summary>What one target tells: its changes in order, with what a screen needs to name it.</summary>
[GenerateSerializer, Immutable, Alias("monitor.target-report")]
public sealed record TargetReport(
    [property: Id(0)] string Target,
    [property: Id(1)] string Name,
    [property: Id(2)] string Unit,
    [property: Id(3)] ImmutableArray<FindingChange> Changes);

/// <summary>What a person may do with an alarm.</summary>
public enum DeskVerb
{
    /// <summary>确认.</summary>
    Acknowledge = 1,

    /// <summary>办结; needs a note.</summary>
    Resolve = 2,

    /// <summary>备注.</summary>
    Note = 3,
}

/// <param name="Key">Idempotency-Key: the same key is carried out once and answered the same.</param>
/// <param name="AlarmId">The alarm meant.</param>
/// <param name="Version">If-Match: the version the person saw; null only for notes, which cannot conflict.</param>
/// <param name="By">Who commands.</param>
/// <param name="Note">What they say; at most 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("monitor.desk-command")]
public sealed record DeskCommand(
    [property: Id(0)] string Key,
    [property: Id(1)] DeskVerb Verb,
    [property: Id(2)] string AlarmId,
    [property: Id(3)] int? Version,
    [property: Id(4)] string By,
    [property: Id(5)] string? Note);

/// <summary>How a command ended.</summary>
public enum CommandResult
{
    /// <summary>Carried out and saved.</summary>
    Done = 1,

    /// <summary>The alarm changed since the person saw it; nothing was done.</summary>
    Conflict = 2,

    /// <summary>There is no such alarm.</summary>
    NotFound = 3,

    /// <summary>The alarm's state does not allow it; nothing was done.</summary>
    Refused = 4,
}

/// <param name="Result">How it ended.</param>
/// <param name="Alarm">The alarm as it is now, when there is one.</param>
/// <param name="Reason">Why, in both languages, unless done.</param>
[GenerateSerializer, Immutable, Alias("monitor.command-outcome")]
public sealed record CommandOutcome(
    [property: Id(0)] CommandResult Result,
    [property: Id(1)] Alarm? Alarm,
    [property: Id(2)] Text? Reason = null);

/// <summary>One collector's life sign, sent every 5 s.</summary>
/// <param name="Name">The collector: host and process.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Targets">How many targets it watches.</param>
/// <param name="Fresh">How many of them were seen within 2 × interval + 30 s.</param>
/// <param name="LagMs">How late its probes start, p99 of the last minute, in milliseconds.</param>
/// <param name="Sighted">False while it cannot see out.</param>
[GenerateSerializer, Immutable, Alias("monitor.collector-beat")]
public sealed record CollectorBeat(
    [property: Id(0)] string Name,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] int Targets,
    [property: Id(3)] int Fresh,
    [property: Id(4)] int LagMs,
    [property: Id(5)] bool Sighted);

/// <summary>Where the desk's sequence stands and how fresh what feeds it is.</summary>
/// <param name="Targets">Targets registered and not paused.</param>
/// <param name="Fresh">Of these, fresh ones; those of a silent collector are not.</param>
[GenerateSerializer, Immutable, Alias("monitor.desk-pulse")]
public sealed record DeskPulse(
    [property: Id(0)] string Region,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long HeadSeq,
    [property: Id(3)] DateTimeOffset ServerNow,
    [property: Id(4)] ImmutableArray<CollectorBeat> Collectors,
    [property: Id(5)] int Targets,
    [property: Id(6)] int Fresh);

/// <summary>A desk whole: its pulse and every alarm not resolved.</summary>
[GenerateSerializer, Immutable, Alias("monitor.desk-snapshot")]
public sealed record DeskSnapshot(
    [property: Id(0)] DeskPulse Pulse,
    [property: Id(1)] ImmutableArray<Alarm> Alarms);
