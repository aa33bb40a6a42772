using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Monitor.Silo.Store;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Tests.Store;

public sealed class StoreCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-check-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(folder, "monitor.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_directory_that_can_be_written_has_no_fault_and_stays_free()
    {
        Assert.Empty(await Faults(DatabaseFile));
        Assert.Empty(await Faults(DatabaseFile));
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        var fault = Assert.Single(await Faults(Path.Combine(folder, "none", "monitor.db")));

        Assert.Contains(Path.Combine(folder, "none") + " does not exist", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named()
    {
        // No right stops a test that runs as root, but /proc takes files from nobody.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");

        var fault = Assert.Single(await Faults("/proc/monitor.db"));

        Assert.Contains("the directory /proc cannot be written", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5_000), Cancel);

        var fault = Assert.Single(await Faults(DatabaseFile));

        Assert.Contains($"{DatabaseFile} is not a SQLite database", fault, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(DatabaseFile, Cancel));
    }

    [Fact]
    public async Task A_database_another_monitor_holds_is_named()
    {
        await using var other = new SqliteDatabase(DatabaseFile, Durability.Full);
        Assert.Null(await other.Claim(Cancel));

        var fault = Assert.Single(await Faults(DatabaseFile));

        Assert.Contains("another Monitor is running", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_is_named_without_its_password()
    {
        var fault = Assert.Single(await StoreCheck.FindFaults(
            new() { Provider = "postgres", ConnectionString = "Host=127.0.0.1;Port=1;Database=m;Username=u;Password=secret" }, Cancel));

        Assert.Contains("no PostgreSQL server answers at 127.0.0.1:1", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_the_database_is_told_apart_from_one_that_does_not_answer()
    {
        var server = Environment.GetEnvironmentVariable("MONITOR_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "MONITOR_TEST_POSTGRES names no server; deploy/test.sh starts one.");

        var fault = Assert.Single(await StoreCheck.FindFaults(
            new() { Provider = "postgres", ConnectionString = new Npgsql.NpgsqlConnectionStringBuilder(server) { Database = "none" }.ToString() }, Cancel));

        Assert.Contains("has no database none", fault, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_database_of_a_newer_program_is_named_and_not_touched(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Database.Write(
            w => w.Run(new Statement("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Future', '10.0.0')"), Cancel), Cancel);

        var fault = await StoreCheck.FindFault(store.Database, Cancel);

        Assert.Contains("newer Monitor (it has 29991231000000_Future", fault, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_migrations_make_every_table_the_program_knows(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var context = store.Database.NewContext();

        Assert.False(context.Database.HasPendingModelChanges(), "The model was changed; add a migration for both engines.");
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_lock_the_next_start_out()
    {
        await using (var killed = new SqliteDatabase(DatabaseFile, Durability.Full))
        {
            await killed.Claim(Cancel);
            await killed.Write(
                w => w.Run([
                    new("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)"),
                    new("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-20')")], Cancel), Cancel);
        }

        await using var database = new SqliteDatabase(DatabaseFile, Durability.Full);

        await new StoreStart(database).StartingAsync(Cancel);
        Assert.Equal([0], await database.Read(new("SELECT COUNT(*) FROM sites"), r => r.GetInt64(0), Cancel));
    }

    [Fact]
    public async Task A_start_with_a_fault_throws_its_sentence()
    {
        await using var database = new SqliteDatabase(Path.Combine(folder, "none", "monitor.db"), Durability.Full);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => new StoreStart(database).StartingAsync(Cancel));

        Assert.Contains("does not exist", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Faulty_settings_are_all_named_at_once()
    {
        var faults = new StoreOptions { Provider = "oracle", Path = " ", HistoryDays = 7, HistoryBuffer = 1 }.Faults().ToList();

        Assert.Equal(4, faults.Count);
        Assert.Contains(faults, f => f.Contains("Store:Provider is \"oracle\"; allowed are sqlite and postgres", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("Store:HistoryDays is 7", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("Database=x"), InlineData("Hots=x"), InlineData("Host=x;Port=abc")]
    public void A_connection_string_that_cannot_work_is_named(string? address)
    {
        var fault = Assert.Single(new StoreOptions { Provider = "postgres", ConnectionString = address }.Faults());

        Assert.StartsWith("Store:ConnectionString", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_read_by_their_documented_names()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Provider"] = "postgres", ["ConnectionString"] = "Host=db", ["Durability"] = "normal", ["HistoryDays"] = "30",
        }).Build();

        var options = section.Get<StoreOptions>()!;

        Assert.Equal((true, Durability.Normal, 30), (options.IsPostgres, options.Durability, options.HistoryDays));
        Assert.Empty(options.Faults());
    }

    private static Task<IReadOnlyList<string>> Faults(string file) => StoreCheck.FindFaults(new() { Path = file }, Cancel);
}
