using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Monitor.Silo.Store;

/// <summary>Lets <c>dotnet ef migrations add NAME -p silo -c SqliteMonitorDb -o Store/Migrations/Sqlite</c> work without starting the program.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteMonitorDb>
{
    public SqliteMonitorDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteMonitorDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>The same for <c>-c PostgresMonitorDb -o Store/Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresMonitorDb>
{
    public PostgresMonitorDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresMonitorDb>().UseNpgsql("Host=localhost;Database=design").Options);
}
