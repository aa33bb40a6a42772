using Monitor.Rules.Sites;

namespace Monitor.Rules.Tests.Sites;

/// <summary>
/// A day of a site told as a story: <c>At("08:00:00").Sees(…)</c> says how the world is from then on, the rules themselves choose when to
/// look, and <c>Want(Between(…), Raises(…))</c> says what the desk must hear. What was told and not wanted fails the story too.
/// </summary>
internal sealed class Story(SiteProfile profile)
{
    private readonly List<(DateTimeOffset From, Func<DateTimeOffset, Observation> World)> _world = [];
    private readonly List<FindingChange> _told = [];
    private DateTimeOffset _at;
    private DateTimeOffset? _nextLook;

    public SiteProfile Profile { get; private set; } = profile;

    public RuleSet Rules { get; init; } = RuleSet.National2019;

    /// <summary>The chance handed to every judgement.</summary>
    public double Chance { get; init; } = 0.5;

    public SiteMemory Memory { get; private set; } = SiteMemory.Blank;

    /// <summary>When it was looked at, in order.</summary>
    public List<DateTimeOffset> Looks { get; } = [];

    /// <summary>How often something had to be saved.</summary>
    public int Saves { get; private set; }

    /// <summary>Lives on until the moment given; what is said next is true from then on.</summary>
    public Story At(string time, int day = 1)
    {
        _at = Some.Time(time, day);
        LiveUntil(_at);
        return this;
    }

    public Story Sees(Func<DateTimeOffset, Observation> world)
    {
        _world.Add((_at, world));
        _nextLook ??= _at;
        return this;
    }

    public Story Sees(FailureClass failure) => Sees(at => Some.Fails(at, failure));

    public Story SeesGood() => Sees(Some.Good);

    /// <summary>Our own eyes fail, whatever the site does.</summary>
    public Story SeesNothing() => Sees(at => Some.Fails(at, FailureClass.Connect) with { Sighted = false });

    /// <summary>The register changes.</summary>
    public Story Becomes(Func<SiteProfile, SiteProfile> change)
    {
        Profile = change(Profile);
        return this;
    }

    /// <summary>The machine restarts without its memory.</summary>
    public Story Forgets()
    {
        Memory = SiteMemory.Blank;
        return this;
    }

    /// <summary>Somebody asks for a look at once.</summary>
    public Story LooksNow()
    {
        Look(_at);
        return this;
    }

    public Story Want(Span span, Wanted wanted)
    {
        var hit = _told.FirstOrDefault(c => span.Holds(c.At) && wanted.Fits(c));
        Assert.True(hit is not null, $"wanted {wanted} {span}; told:{Environment.NewLine}{Told()}");
        _told.Remove(hit!);
        return this;
    }

    public Story AndNothingElse()
    {
        Assert.True(_told.Count == 0, $"told more than wanted:{Environment.NewLine}{Told()}");
        return this;
    }

    /// <summary>What of a finding the desk was told and nobody wanted yet, to look closer at.</summary>
    public Finding Open(FindingCode code) => Memory.Open[code];

    private void LiveUntil(DateTimeOffset end)
    {
        while (_nextLook is { } next && next < end)
        {
            Look(next);
        }
    }

    private void Look(DateTimeOffset at)
    {
        var seen = _world.Last(w => w.From <= at).World(at);
        var now = at + seen.Phases.Total;
        var decision = SiteJudge.Judge(Memory, Profile, seen, Rules, now, Chance);
        Looks.Add(at);
        Saves += decision.MustSave ? 1 : 0;
        Memory = decision.Memory;
        _told.AddRange(decision.Changes);
        _nextLook = now + decision.NextLook;
    }

    private string Told() => string.Join(
        Environment.NewLine, _told.Select(c => $"  {ChinaTime.Words(c.At)} {c.Code} {(c.Finding is { } f ? $"{f.Priority} open" : "closed")} ({c.Reason})"));
}

/// <summary>From one moment to another, both with.</summary>
internal sealed record Span(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Holds(DateTimeOffset at) => From <= at && at <= Until;

    public override string ToString() => $"between {ChinaTime.Words(From)} and {ChinaTime.Words(Until)}";
}

/// <summary>A change the desk must hear of.</summary>
internal sealed record Wanted(FindingCode Code, bool Open, Priority? Priority, string? Reason)
{
    public bool Fits(FindingChange change) =>
        change.Code == Code && change.Finding is not null == Open
        && (Priority is null || change.Finding?.Priority == Priority) && (Reason is null || change.Reason == Reason);

    public override string ToString() => $"{Code} {(Open ? $"{Priority} open" : "closed")} {Reason}";
}

/// <summary>The words of the language.</summary>
internal static class Telling
{
    public static Span Between(string from, string until, int day = 1) => new(Some.Time(from, day), Some.Time(until, day));

    public static Wanted Raises(FindingCode code, Priority? priority = null, string? reason = null) => new(code, true, priority, reason);

    public static Wanted Closes(FindingCode code, string? reason = null) => new(code, false, null, reason);
}
