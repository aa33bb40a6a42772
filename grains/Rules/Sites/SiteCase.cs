namespace Monitor.Rules.Sites;

/// <summary>Everything a rule may look at when it judges one observation of a site.</summary>
/// <param name="Before">What was remembered before the look.</param>
/// <param name="Memory">What is remembered with the look's facts taken in.</param>
/// <param name="Profile">The site as registered.</param>
/// <param name="Seen">The observation; never a blind one.</param>
/// <param name="Look">What it means.</param>
/// <param name="Rules">The rule set in force.</param>
/// <param name="Now">The moment of judging.</param>
internal sealed record SiteCase(
    SiteMemory Before, SiteMemory Memory, SiteProfile Profile, Observation Seen, Look Look, RuleSet Rules, DateTimeOffset Now)
{
    /// <summary>True in planned maintenance at the moment of judging.</summary>
    public bool InMaintenance => Profile.InMaintenance(Now);
}
