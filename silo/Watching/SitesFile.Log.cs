namespace Monitor.Silo.Watching;

internal sealed partial class SitesFile
{
    [LoggerMessage(3131, LogLevel.Warning, "{Path} line {Line}, column {Column}: \"{Value}\" is not allowed; {Allowed}")]
    private partial void Rejected(string path, int line, string column, string value, string allowed);

    [LoggerMessage(3132, LogLevel.Information, "{Path}: {Added} sites added, {Changed} changed, {Unchanged} unchanged, {Rejected} rows rejected")]
    private partial void Imported(string path, int added, int changed, int unchanged, int rejected);
}
