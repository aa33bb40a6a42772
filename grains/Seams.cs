using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Desk;
using Monitor.Rules.Sites;

namespace Monitor.Grains;

/// <summary>What a probe kind does: <c>Http</c> opens the page, <c>Page</c> also reads it.</summary>
public enum ProbeKind
{
    /// <summary>Availability, timing phases, certificate, redirects.</summary>
    Http = 1,

    /// <summary>Http, and the page read into facts.</summary>
    Page = 2,
}

/// <summary>One probe to be made.</summary>
/// <param name="Target">Whose it is, for logs and metrics.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Url">Where.</param>
/// <param name="Keywords">Words to look for in the visible text.</param>
/// <param name="LastRead">What was last read, for conditional requests and for leaving an unchanged body unread; null to read in any case.</param>
/// <param name="DueAt">When it should start; the difference is our own lag.</param>
public sealed record ProbeOrder(
    string Target,
    ProbeKind Kind,
    string Url,
    ImmutableArray<string> Keywords,
    HttpFacts? LastRead,
    DateTimeOffset DueAt);

/// <summary>The door to the network. A target's failure is a value in the observation; it throws only when we stop.</summary>
public interface IProber
{
    Task<Observation> Probe(ProbeOrder order, CancellationToken cancel);
}

/// <summary>One look as history keeps it.</summary>
/// <param name="Failure">Null when the page opened.</param>
public readonly record struct Sample(DateTimeOffset At, FailureClass? Failure, int TotalMs, int FirstByteMs);

/// <summary>How a target stood at its last look, for lists.</summary>
public sealed record TargetLatest(
    string Target, DateTimeOffset SeenAt, string Condition, int TotalMs, DateTimeOffset NextLook, int OpenFindings);

/// <summary>What was measured, packed per target and hour. Appending never waits; what is appended is on disk within two seconds while the database answers, and kept in a bounded buffer while it does not.</summary>
public interface IHistory
{
    void Append(string target, Sample sample, TargetLatest latest);

    Task<IReadOnlyList<Sample>> Read(string target, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel);
}

/// <summary>The register's table. Saving is one transaction.</summary>
public interface ISiteRegister
{
    Task<IReadOnlyList<SiteProfile>> Load(string region, CancellationToken cancel);

    Task Save(IReadOnlyList<SiteProfile> put, IReadOnlyList<string> removed, CancellationToken cancel);
}

/// <summary>What a desk starts from: its new epoch, the head of its sequence, what is not resolved, and what it has heard.</summary>
/// <param name="Epoch">One more than ever before; already saved.</param>
/// <param name="HeadSeq">The last number given out.</param>
/// <param name="Alarms">Every alarm not resolved.</param>
/// <param name="Heard">Target → number of the last change taken from it.</param>
public sealed record DeskBook(
    long Epoch, long HeadSeq, IReadOnlyList<Alarm> Alarms, IReadOnlyDictionary<string, long> Heard);

/// <summary>The desk's ledger: alarms and their events. A commit is one transaction; after it nothing is lost, before it nothing is told.</summary>
public interface ILedger
{
    /// <summary>Starts a new epoch and reads the book.</summary>
    Task<DeskBook> Open(string region, CancellationToken cancel);

    /// <summary>Appends events (numbered without gaps after the head), brings their alarms to the state they name, and notes what was heard.</summary>
    /// <exception cref="InvalidOperationException">The epoch or head is not the one in force: another desk of this region has started.</exception>
    Task Commit(string region, IReadOnlyList<DeskEvent> events, IReadOnlyDictionary<string, long> heard, CancellationToken cancel);

    /// <summary>The event a command caused, when it was carried out before; null otherwise.</summary>
    Task<DeskEvent?> ByCommand(string region, string key, CancellationToken cancel);

    /// <summary>Events after a number, oldest first, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<DeskEvent>> After(string region, long seq, int limit, CancellationToken cancel);

    /// <summary>An alarm with all its events, oldest first; null when there is none.</summary>
    Task<(Alarm Alarm, IReadOnlyList<DeskEvent> Events)?> Find(string region, string alarmId, CancellationToken cancel);

    /// <summary>Alarms of all states, newest first.</summary>
    Task<IReadOnlyList<Alarm>> Past(string region, string? target, AlarmState? state, int skip, int take, CancellationToken cancel);
}

/// <summary>The way from targets to desks: takes reports without waiting, delivers them in batches until the desk has saved them, and then tells the target.</summary>
public interface IDeskLine
{
    void Post(string region, TargetReport report);
}

/// <summary>What this node watches and how fresh it is; feeds the collector's life sign.</summary>
public interface IWatchlist
{
    /// <summary>A target was armed, seen, or (null) is not watched any more.</summary>
    void Note(string target, WatchMark? mark);
}

/// <param name="Region">Whose desk counts it.</param>
/// <param name="SeenAt">Last look; null before the first.</param>
/// <param name="Interval">The promise: fresh means seen within 2 × interval + 30 s.</param>
public readonly record struct WatchMark(string Region, DateTimeOffset? SeenAt, TimeSpan Interval)
{
    /// <summary>True while the last look keeps the promise of the interval.</summary>
    public bool IsFresh(DateTimeOffset now) => SeenAt is { } seen && now - seen <= (Interval * 2) + TimeSpan.FromSeconds(30);
}
