using Monitor.Grains;
using Monitor.Rules.Registry;
using Monitor.Web.Register;

namespace Monitor.Silo.Watching;

/// <summary>The sheet of sites named at the start (<c>--sites FILE</c>): imported as if a person had, every bad row named.</summary>
internal sealed partial class SitesFile(string? path, ILogger<SitesFile> log)
{
    /// <summary>Everything that keeps the file from being read at all, in one sentence; null when it can be, or when none is named.</summary>
    public static string? Fault(string? path) => path switch
    {
        null or "" => null,
        _ when !File.Exists(path) => $"--sites names '{path}', and there is no such file.",
        _ when new FileInfo(path).Length > 20 * 1024 * 1024 => $"--sites names '{path}', which is larger than 20 MB.",
        _ when SheetText.Decode(File.ReadAllBytes(path)) is null => $"--sites names '{path}', which is text in neither UTF-8 nor GB18030.",
        _ => null,
    };

    public async Task Import(IRegistryGrain registry, string region, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        var text = SheetText.Decode(await File.ReadAllBytesAsync(path, cancel)) ?? string.Empty;
        var sheet = SiteSheet.Read(text, region);
        foreach (var fault in sheet.Faults)
        {
            Rejected(path, fault.Line, fault.Column, fault.Value, fault.Allowed.Zh);
        }

        var outcome = await registry.Import(sheet.Sites, dryRun: false);
        Imported(path, outcome.Added.Length, outcome.Changed.Length, outcome.Unchanged.Length, sheet.Faults.Select(f => f.Line).Distinct().Count());
    }
}
