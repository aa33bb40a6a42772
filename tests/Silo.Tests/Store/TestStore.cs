using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Monitor.Silo.Store;
using Monitor.Silo.Store.Engines;
using Monitor.Tests;
using Npgsql;

namespace Monitor.Silo.Tests.Store;

/// <summary>A store of its own for one test: a SQLite file, or a schema on the PostgreSQL server that MONITOR_TEST_POSTGRES names.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private readonly Dictionary<string, string?> settings;
    private readonly Func<Task> remove;
    private ServiceProvider services = null!;

    private TestStore(Dictionary<string, string?> settings, Func<Task> remove) => (this.settings, this.remove) = (settings, remove);

    /// <summary>Both engines, for theories.</summary>
    public static TheoryData<string> Engines { get; } = [Sqlite, Postgres];

    public HandClock Clock { get; } = new();

    public Database Database => Get<Database>();

    public StoreOptions Options => Get<StoreOptions>();

    public static async Task<TestStore> Open(string engine)
    {
        var store = engine == Sqlite ? OnSqlite() : await OnPostgres();
        await store.Start();
        return store;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public T Get<T>(object key)
        where T : notnull => services.GetRequiredKeyedService<T>(key);

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    /// <summary>Forgets everything in memory, as a process does that dies, and starts anew on the same database.</summary>
    public async Task Restart()
    {
        await services.DisposeAsync();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await remove();
    }

    private static TestStore OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("monitor-store-");
        return new(
            new() { ["Store:Path"] = Path.Combine(folder.FullName, "monitor.db"), ["Store:Durability"] = "Normal" },
            () =>
            {
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            });
    }

    private static async Task<TestStore> OnPostgres()
    {
        var server = Environment.GetEnvironmentVariable("MONITOR_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "MONITOR_TEST_POSTGRES names no server; deploy/test.sh starts one.");
        var schema = $"t{Guid.NewGuid():N}";
        await Execute(server!, $"CREATE SCHEMA {schema}");
        var address = new NpgsqlConnectionStringBuilder(server) { SearchPath = schema, Pooling = true, MaxPoolSize = 10 };
        return new(
            new() { ["Store:Provider"] = Postgres, ["Store:ConnectionString"] = address.ToString() },
            () => Execute(server!, $"DROP SCHEMA {schema} CASCADE"));
    }

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task Start()
    {
        services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<TimeProvider>(Clock)
            .AddStore(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(TestContext.Current.CancellationToken);
        }
    }
}
