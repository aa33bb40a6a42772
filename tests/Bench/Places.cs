namespace Monitor.Bench;

/// <summary>Where built programs and results are, found from this program's own place under artifacts.</summary>
internal static class Places
{
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Edition => Here.Parent!.Parent!.Parent!.Name;

    public static string Results => Path.Combine(Here.Parent!.Parent!.Parent!.Parent!.FullName, "bench");

    public static string Self => Program("Bench");

    /// <summary>The executable of a project built beside this one, in the same configuration.</summary>
    public static string Program(string project) =>
        Path.Combine(Here.Parent!.Parent!.FullName, project, Here.Name, $"Monitor.{project}");
}
