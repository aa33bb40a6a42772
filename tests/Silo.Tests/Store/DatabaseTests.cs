using Monitor.Silo.Store;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Tests.Store;

public sealed class DatabaseTests
{
    private static readonly Statement Count = new("SELECT COUNT(*) FROM store_marks");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Work_that_throws_leaves_nothing_and_the_next_goes_on(string engine)
    {
        await using var store = await TestStore.Open(engine);

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => store.Database.Write<int>(
            async w =>
            {
                await w.Run(Mark("a"), Cancel);
                throw new TimeZoneNotFoundException();
            }, Cancel));
        await store.Database.Write(w => w.Run(Mark("b"), Cancel), Cancel);

        Assert.Equal([1], await store.Database.Read(Count, r => r.GetInt64(0), Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Readers_see_only_what_is_committed_and_do_not_wait(string engine)
    {
        await using var store = await TestStore.Open(engine);

        await store.Database.Write(async w =>
        {
            await w.Run(Mark("a"), Cancel);
            Assert.Equal([0], await store.Database.Read(Count, r => r.GetInt64(0), Cancel));
            return 0;
        }, Cancel);

        Assert.Equal([1], await store.Database.Read(Count, r => r.GetInt64(0), Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Many_writers_and_readers_never_find_the_database_locked(string engine)
    {
        await using var store = await TestStore.Open(engine);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await store.Database.Write(w => w.Run(Mark($"n{i}"), Cancel), Cancel);
            await store.Database.Read(Count, r => r.GetInt64(0), Cancel);
        }));

        Assert.Equal([200], await store.Database.Read(Count, r => r.GetInt64(0), Cancel));
    }

    [Fact]
    public async Task Sqlite_is_write_ahead_logged_and_flushed_as_the_option_says()
    {
        var folder = Directory.CreateTempSubdirectory("monitor-db-");
        await using (var database = new SqliteDatabase(Path.Combine(folder.FullName, "monitor.db"), Durability.Full))
        {
            await database.Claim(Cancel);

            Assert.Equal(["wal"], await Pragma(database, "journal_mode", r => r.GetString(0)));
            Assert.Equal([2], await Pragma(database, "synchronous", r => r.GetInt32(0)));
            Assert.Equal([1], await Pragma(database, "foreign_keys", r => r.GetInt32(0)));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_store_used_before_it_was_started_says_so()
    {
        await using var database = new SqliteDatabase("never.db", Durability.Full);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => database.Write(w => w.Run(Mark("a"), Cancel), Cancel));

        Assert.Contains("before it was started", thrown.Message, StringComparison.Ordinal);
    }

    private static Statement Mark(string node) => new("INSERT INTO store_marks (node, at) VALUES ($1, $2)", node, 1L);

    private static Task<List<T>> Pragma<T>(SqliteDatabase database, string name, Func<System.Data.Common.DbDataReader, T> value) =>
        database.Write(w => w.Read(new($"PRAGMA {name}"), value, Cancel), Cancel);
}
