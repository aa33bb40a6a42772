namespace Monitor.Rules;

/// <summary>What one collector saw lately of its targets and of the reference hosts.</summary>
/// <param name="FailedTargets">Targets whose last look got no answer at all; being refused by a firewall is an answer.</param>
/// <param name="SeenTargets">Targets looked at in the window.</param>
/// <param name="ReferencesAsked">Reference hosts asked in the last round; 0 when none are configured.</param>
/// <param name="ReferencesAnswered">How many of them answered.</param>
public readonly record struct BlindnessFacts(int FailedTargets, int SeenTargets, int ReferencesAsked, int ReferencesAnswered);

/// <summary>When a collector doubts itself.</summary>
/// <param name="Percent">More than this share of targets failing together makes it doubt, in percent.</param>
/// <param name="LeavePercent">At this share or less it trusts itself again; lower, so that it does not waver.</param>
/// <param name="LeastTargets">Fewer targets than this prove nothing.</param>
public sealed record BlindnessSettings(int Percent, int LeavePercent, int LeastTargets)
{
    /// <summary>More than half of at least twenty targets; back at thirty percent.</summary>
    public static BlindnessSettings Default { get; } = new(50, 30, 20);
}

/// <summary>Whether a collector may hold what it sees against its targets, and the branch that decided.</summary>
public sealed record BlindnessVerdict(bool Blind, string Reason);

/// <summary>
/// One cut cable must not open a thousand incidents: before targets are blamed, the collector asks whether it sees at all.
/// Reference hosts are the witnesses where they are configured. While half of them or more answer, many targets failing together is their
/// trouble (a shared platform, a carrier) and every alarm of the storm must be told; when none answers, it is ours. With fewer answering,
/// or none configured, too many targets failing together is taken for our own trouble.
/// </summary>
public static class Blindness
{
    /// <param name="facts">What was seen.</param>
    /// <param name="settings">Where the limits are.</param>
    /// <param name="wasBlind">How it was judged before; leaving takes more than entering.</param>
    public static BlindnessVerdict Judge(BlindnessFacts facts, BlindnessSettings settings, bool wasBlind = false) => facts switch
    {
        { ReferencesAsked: > 0, ReferencesAnswered: 0 } => new(true, "NoReferenceAnswers"),
        { ReferencesAsked: > 0 } when facts.ReferencesAnswered * 2 >= facts.ReferencesAsked => new(false, "ReferencesAnswer"),
        _ when facts.SeenTargets < settings.LeastTargets => new(false, "TooFewTargets"),
        _ when facts.FailedTargets * 100L > (long)Limit(settings, wasBlind) * facts.SeenTargets => new(true, "TooManyFailTogether"),
        _ => new(false, "EnoughTargetsAnswer"),
    };

    private static int Limit(BlindnessSettings settings, bool wasBlind) => wasBlind ? settings.LeavePercent : settings.Percent;
}
