namespace Monitor.Web.Access;

internal static partial class FirstAdministratorLog
{
    [LoggerMessage(4010, LogLevel.Information, "Created the first administrator {Name}.")]
    public static partial void AdministratorMade(this ILogger log, string name);
}
