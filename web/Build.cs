using System.Reflection;

namespace Monitor.Web;

/// <summary>What this program was built as.</summary>
internal static class Build
{
    private static readonly Assembly Self = typeof(Build).Assembly;

    /// <summary>Orleans or Standalone.</summary>
    public static string Edition { get; } =
        Self.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Edition").Value ?? "";

    public static string Version { get; } = Self.GetName().Version?.ToString(3) ?? "";
}
