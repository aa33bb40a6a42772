using Monitor.Grains;
using Monitor.Rules;
using Monitor.Silo.Store;
using Monitor.Silo.Store.Engines;

namespace Monitor.Silo.Tests.Store;

public sealed class HistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Read_sees_what_is_still_in_memory(string engine)
    {
        await using var store = await TestStore.Open(engine);

        Look(store, "a", 1, 2);

        Assert.Equal([1, 2], await Seconds(store, "a"));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Read_joins_disk_and_memory_in_order_without_doubles(string engine)
    {
        await using var store = await TestStore.Open(engine);
        Look(store, "a", 1, 3);
        await store.Get<History>().Flush(Cancel);
        Look(store, "a", 2, 3);

        Assert.Equal([1, 2, 3], await Seconds(store, "a"));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Samples_of_one_hour_go_on_in_the_same_row_after_a_restart(string engine)
    {
        await using var store = await TestStore.Open(engine);
        Look(store, "a", 1, 61);
        await store.Get<History>().Flush(Cancel);

        await store.Restart();
        Look(store, "a", 121);
        await store.Get<History>().Flush(Cancel);
        await store.Restart();

        Assert.Equal([1, 61, 121], await Seconds(store, "a"));
        Assert.Equal([1], await store.Database.Read(new("SELECT COUNT(*) FROM history_hours"), r => r.GetInt64(0), Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Samples_keep_failure_and_times_and_fall_into_their_hours(string engine)
    {
        await using var store = await TestStore.Open(engine);
        Sample[] samples =
        [
            new(Some.Start.AddMinutes(59), FailureClass.Timeout, 15_000, 0), new(Some.Start.AddMinutes(61), null, 210, 150),
            new(Some.Start.AddHours(30), FailureClass.Http5xx, 90, 80),
        ];
        foreach (var sample in samples)
        {
            store.Get<History>().Append("a", sample, Latest("a", sample.At));
        }

        await store.Get<History>().Flush(Cancel);

        Assert.Equal(samples, await store.Get<IHistory>().Read("a", Some.Start, Some.Start.AddDays(2), Cancel));
        Assert.Equal(samples[1..2], await store.Get<IHistory>().Read("a", Some.Start.AddHours(1), Some.Start.AddHours(2), Cancel));
        Assert.Empty(await store.Get<IHistory>().Read("b", Some.Start, Some.Start.AddDays(2), Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Many_targets_at_once_are_kept_apart(string engine)
    {
        await using var store = await TestStore.Open(engine);
        for (var i = 0; i < 500; i++)
        {
            Look(store, $"t{i:D3}", i, i + 60);
        }

        await store.Get<History>().Flush(Cancel);
        await store.Restart();

        for (var i = 0; i < 500; i += 77)
        {
            Assert.Equal([i, i + 60], await Seconds(store, $"t{i:D3}"));
        }
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_host_writes_within_two_seconds_and_everything_when_it_stops(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var history = store.Get<History>();
        await history.StartAsync(Cancel);
        Look(store, "a", 1);
        await history.StopAsync(Cancel);

        await store.Restart();

        Assert.Equal([1], await Seconds(store, "a"));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_row_nobody_can_read_is_begun_anew_and_harms_no_other(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Database.Write(w => w.Run(
            new Statement("INSERT INTO history_hours (target, hour, packed) VALUES ('a', $1, $2)", HourPack.HourOf(Some.Start), new byte[] { 9, 9 }), Cancel), Cancel);
        Look(store, "a", 1);
        Look(store, "b", 2);

        await store.Get<History>().Flush(Cancel);

        Assert.Equal([1], await Seconds(store, "a"));
        Assert.Equal([2], await Seconds(store, "b"));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_sweep_takes_away_what_is_older_than_the_option_and_nothing_else(string engine)
    {
        await using var store = await TestStore.Open(engine);
        Look(store, "a", 1);
        store.Clock.Advance(TimeSpan.FromDays(400) - TimeSpan.FromHours(1));
        store.Get<History>().Append("a", new(store.Clock.GetUtcNow(), null, 1, 1), Latest("a", store.Clock.GetUtcNow()));
        await store.Get<History>().Flush(Cancel);
        using var sweep = new HistorySweep(store.Database, store.Options, store.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<HistorySweep>.Instance);

        Assert.Equal(0, await sweep.Sweep(Cancel));
        store.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await sweep.Sweep(Cancel));

        Assert.Empty(await Seconds(store, "a"));
        Assert.Single(await store.Get<IHistory>().Read("a", Some.Start, store.Clock.GetUtcNow(), Cancel));
    }

    [Fact]
    public void A_full_buffer_drops_the_oldest_and_counts_them()
    {
        var buffer = new HistoryBuffer(3);
        for (var i = 0; i < 5; i++)
        {
            buffer.Add(new("a", new(Some.Start.AddSeconds(i), null, i, 0), Latest("a", Some.Start)));
        }

        Assert.Equal(2, buffer.Dropped);
        Assert.Equal([2, 3, 4], buffer.Of("a").Select(s => s.TotalMs));
    }

    [Fact]
    public void Looks_given_out_stay_until_they_are_written_and_are_given_again()
    {
        var buffer = new HistoryBuffer(10);
        buffer.Add(new("a", new(Some.Start, null, 1, 0), Latest("a", Some.Start)));

        var first = buffer.Next(10);
        buffer.Add(new("a", new(Some.Start, null, 2, 0), Latest("a", Some.Start)));

        Assert.Same(first, buffer.Next(10));
        Assert.Equal([1, 2], buffer.Of("a").Select(s => s.TotalMs));
        buffer.Written();
        Assert.Equal([2], buffer.Next(10).Select(l => l.Sample.TotalMs));
    }

    private static void Look(TestStore store, string target, params int[] seconds)
    {
        foreach (var second in seconds)
        {
            store.Get<History>().Append(target, new(Some.Start.AddSeconds(second), null, 100 + second, 50), Latest(target, Some.Start.AddSeconds(second)));
        }
    }

    private static TargetLatest Latest(string target, DateTimeOffset at) => new(target, at, "normal", 100, at.AddMinutes(1), 0);

    private static async Task<List<int>> Seconds(TestStore store, string target)
    {
        var samples = await store.Get<IHistory>().Read(target, Some.Start, Some.Start.AddHours(1), Cancel);
        return [.. samples.Select(s => (int)(s.At - Some.Start).TotalSeconds)];
    }
}
