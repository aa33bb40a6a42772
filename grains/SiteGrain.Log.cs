using Microsoft.Extensions.Logging;

namespace Monitor.Grains;

internal sealed partial class SiteGrain
{
    [LoggerMessage(3001, LogLevel.Error, "A probe of {Target} ended in our own fault; the site is looked at again at its next time")]
    private partial void ProbeBroke(Exception fault, string target);
}
