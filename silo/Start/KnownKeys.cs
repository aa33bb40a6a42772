using System.Reflection;
using Monitor.Silo.Probes;
using Monitor.Silo.Store;
using Monitor.Web;

namespace Monitor.Silo.Start;

/// <summary>
/// A mistyped key would otherwise be ignored in silence until the night it matters. Only our own sections are held
/// to this; the framework's (Logging, Kestrel, …) take keys we do not know of.
/// </summary>
internal static class KnownKeys
{
    private static readonly Dictionary<string, Type> _sections = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Region"] = typeof(RegionOptions),
        ["Probes"] = typeof(ProbeOptions),
        ["Store"] = typeof(StoreOptions),
        ["Web"] = typeof(WebOptions),
        [ClusterSettings.Section] = typeof(ClusterSettings),
    };

    public static IEnumerable<string> FindUnknown(IConfiguration configuration) =>
        from section in _sections
        from child in configuration.GetSection(section.Key).GetChildren()
        let known = Names(section.Value)
        where !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
        select $"{section.Key}:{child.Key} is no setting; {section.Key} takes {string.Join(", ", known)}.";

    private static string[] Names(Type options) =>
        [.. options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite || p.PropertyType != typeof(string)).Select(p => p.Name)];
}
