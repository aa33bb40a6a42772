using Monitor.Rules;

namespace Monitor.Grains;

/// <summary>What every site grain works with; one for the whole process.</summary>
/// <param name="Prober">The door to the network.</param>
/// <param name="History">Where looks are kept.</param>
/// <param name="Line">The way to the desk.</param>
/// <param name="Watchlist">Who is watched here, and how fresh.</param>
/// <param name="Clock">The only clock.</param>
/// <param name="Rules">The rule set in force.</param>
/// <param name="Chance">A number from 0 (with) to 1 (without), for jitter.</param>
public sealed record SiteTools(
    IProber Prober,
    IHistory History,
    IDeskLine Line,
    IWatchlist Watchlist,
    TimeProvider Clock,
    RuleSet Rules,
    Func<double> Chance);
