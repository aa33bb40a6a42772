namespace Monitor.Web.Access;

/// <summary>What a user name may look like: it stands in addresses, logs and audit rows.</summary>
internal static class UserNames
{
    public const string Allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@";
}
