using Monitor.Web;

namespace Monitor.Silo.Watching;

/// <summary>Whom this process watches for, and what it is called.</summary>
/// <param name="Region">The region whose desk hears of everything.</param>
/// <param name="Collector">This process among others: the host name, so that a restart is the same collector.</param>
public sealed record Place(RegionOptions Region, string Collector);
