using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Monitor.Silo.Store.Engines;
using Monitor.Silo.Store.Tables;
using Monitor.Web.Access;

namespace Monitor.Silo.Store;

/// <summary>All tables as EF Core knows them: it makes the schema and keeps the people. The hot tables are written past it, in plain SQL.</summary>
/// <remarks>Every moment is a number of milliseconds since 1970 in both engines: exact, sortable, and free of time zones.</remarks>
internal abstract class MonitorDb(DbContextOptions options, Database? database) : IdentityDbContext<Officer, IdentityRole, string>(options)
{
    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = database is null ? null : await database.Turn(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PeopleTables.Add(builder);
        RegisterTables.Add(builder);
        DeskTables.Add(builder);
        HistoryTables.Add(builder);
        GrainTables.Add(builder);
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
}

/// <summary>The tables in SQLite; has migrations of its own.</summary>
internal sealed class SqliteMonitorDb(DbContextOptions<SqliteMonitorDb> options, Database? database = null) : MonitorDb(options, database);

/// <summary>The tables in PostgreSQL; has migrations of its own.</summary>
internal sealed class PostgresMonitorDb(DbContextOptions<PostgresMonitorDb> options, Database? database = null) : MonitorDb(options, database);
