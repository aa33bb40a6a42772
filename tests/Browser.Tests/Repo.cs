namespace Monitor.Browser.Tests;

/// <summary>Places in the source tree.</summary>
internal static class Repo
{
    public static string Root { get; } = Find();

    /// <summary>The built browser program.</summary>
    public static string App => Path.Combine(Root, "web", "app", "dist");

    /// <summary>Where pictures of the screens are put.</summary>
    public static string Screens => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "screens")).FullName;

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Monitor.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not inside the source tree.");
    }
}
