using Monitor.Grains;
using Monitor.Rules;
using Monitor.Rules.Sites;

namespace Monitor.Web.Register;

/// <summary>One site with all that is known of it now.</summary>
internal sealed record SiteView(
    SiteBody Profile,
    SiteCondition Condition,
    DateTimeOffset? SeenAt,
    DateTimeOffset? NextLook,
    AvailabilityView Availability,
    LookView? LastSeen,
    CertificateFacts? Certificate,
    DatedItem? Latest,
    DateTimeOffset? ReadAt,
    AccessView Accesses,
    IReadOnlyList<Finding> Open)
{
    public static SiteView Of(SiteSnapshot site, DateTimeOffset now) => new(
        SiteBody.Of(site.Profile),
        SiteJudge.Condition(site.Memory, site.Profile, site.LastSeen, now),
        site.LastSeen?.At,
        site.NextLook,
        AvailabilityView.Of(site.Memory.Availability),
        site.LastSeen is { } seen ? LookView.Of(seen) : null,
        site.Memory.Certificate,
        site.Memory.Latest,
        site.Memory.ReadAt,
        AccessView.Of(site.Memory.Accesses),
        [.. site.Memory.Open.Values.OrderBy(f => f.Priority).ThenBy(f => f.Code)]);
}

/// <param name="State">unseen, up, suspect, down, recovering or blocked.</param>
internal sealed record AvailabilityView(string State, DateTimeOffset? Since, Failure? Failure)
{
    public static AvailabilityView Of(Availability availability) => availability switch
    {
        Availability.Up up => new("up", up.Since, null),
        Availability.Suspect suspect => new("suspect", suspect.Since, suspect.First),
        Availability.Down down => new("down", down.Since, down.Failure),
        Availability.Recovering recovering => new("recovering", recovering.Since, recovering.Failure),
        Availability.Blocked blocked => new("blocked", blocked.Since, blocked.Failure),
        _ => new("unseen", null, null),
    };
}

/// <summary>The last look, its phases in milliseconds.</summary>
internal sealed record LookView(
    DateTimeOffset At, Failure? Failure, PhasesView Phases, HttpFacts? Http, CertificateFacts? Certificate, PageFacts? Page, bool Unchanged, bool Sighted)
{
    public static LookView Of(Observation seen) => new(
        seen.At, seen.Failure, PhasesView.Of(seen.Phases), seen.Http, seen.Certificate, seen.Page, seen.Unchanged, seen.Sighted);
}

internal sealed record PhasesView(double? DnsMs, double? ConnectMs, double? TlsMs, double? FirstByteMs, double? BodyMs, double TotalMs)
{
    public static PhasesView Of(Phases p) => new(
        Ms(p.Dns), Ms(p.Connect), Ms(p.Tls), Ms(p.FirstByte), Ms(p.Body), Math.Round(p.Total.TotalMilliseconds, 1));

    private static double? Ms(TimeSpan? time) => time is { } spent ? Math.Round(spent.TotalMilliseconds, 1) : null;
}

/// <summary>The week of official accesses (V2) with its sums.</summary>
internal sealed record AccessView(IReadOnlyList<AccessDayView> Days, int Accesses, int Failures)
{
    public static AccessView Of(AccessWeek week)
    {
        var days = week.Days.IsDefault ? [] : week.Days;
        return new([.. days.Select(d => new AccessDayView(d.Date, d.Accesses, d.Failures))], days.Sum(d => d.Accesses), days.Sum(d => d.Failures));
    }
}

internal sealed record AccessDayView(DateOnly Date, int Accesses, int Failures);
