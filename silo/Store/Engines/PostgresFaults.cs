using Npgsql;

namespace Monitor.Silo.Store.Engines;

/// <summary>PostgreSQL's failures in a sentence an operator can act on. The password is never in it.</summary>
internal static class PostgresFaults
{
    public static string Explain(string address, Exception failure)
    {
        var parts = new NpgsqlConnectionStringBuilder(address);
        var server = $"{parts.Host}:{parts.Port}";
        return (failure as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"Store:ConnectionString: the PostgreSQL server {server} refuses user {parts.Username}; check user name and password.",
            PostgresErrorCodes.InvalidCatalogName =>
                $"Store:ConnectionString: the PostgreSQL server {server} has no database {parts.Database}; create it or name another.",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"Store:ConnectionString: user {parts.Username} may not write database {parts.Database}; grant it the right to create tables.",
            null => $"Store:ConnectionString: no PostgreSQL server answers at {server} ({failure.Message}); start it or check host and port.",
            _ => $"Store:ConnectionString: database {parts.Database} on {server} cannot be used ({failure.Message}).",
        };
    }
}
