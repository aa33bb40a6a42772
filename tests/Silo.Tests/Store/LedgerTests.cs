using Monitor.Grains;
using Monitor.Rules.Desk;

namespace Monitor.Silo.Tests.Store;

public sealed class LedgerTests
{
    private static readonly Dictionary<string, long> Nothing = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Open_for_the_first_time_starts_epoch_one_with_an_empty_book(string engine)
    {
        await using var store = await TestStore.Open(engine);

        var book = await store.Get<ILedger>().Open(Some.Region, Cancel);

        Assert.Equal((1, 0), (book.Epoch, book.HeadSeq));
        Assert.Empty(book.Alarms);
        Assert.Empty(book.Heard);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Open_after_a_restart_raises_the_epoch_and_keeps_the_rest(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 0, 3), new Dictionary<string, long> { ["a"] = 7, ["b"] = 2 }, Cancel);

        await store.Restart();
        var book = await Open(store);

        Assert.Equal((2, 3), (book.Epoch, book.HeadSeq));
        Assert.Equal(Some.Raised(1, 0, 3).Select(e => Text(e.Alarm)), book.Alarms.Select(Text));
        Assert.Equal(new Dictionary<string, long> { ["a"] = 7, ["b"] = 2 }, book.Heard);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Open_leaves_out_what_is_resolved_and_keeps_the_last_of_each_alarm(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        var mine = Some.Alarm(1) with { Version = 2, State = AlarmState.Acknowledged, Owner = "王芳" };
        await store.Get<ILedger>().Commit(
            Some.Region,
            [
                Some.Event(1, 1, Some.Alarm(1)), Some.Event(1, 2, Some.Alarm(2)),
                Some.Event(1, 3, mine, AlarmEventKind.Acknowledged), Some.Event(1, 4, Some.Alarm(2, AlarmState.Resolved), AlarmEventKind.Resolved),
            ],
            Nothing, Cancel);

        var book = await Open(store);

        Assert.Equal([Text(mine)], book.Alarms.Select(Text));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_of_an_older_desk_is_refused_and_saves_nothing(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await Open(store);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 0, 2), new Dictionary<string, long> { ["a"] = 1 }, Cancel));

        Assert.Contains("epoch 2 is in force, this one is 1", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await store.Get<ILedger>().After(Some.Region, 0, 10, Cancel));
        Assert.Empty((await Open(store)).Heard);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_that_does_not_follow_the_head_is_refused(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 0, 2), Nothing, Cancel);

        var doubled = await Assert.ThrowsAsync<InvalidOperationException>(
            () => store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 1, 1), Nothing, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 3, 1), Nothing, Cancel));

        Assert.Contains("stands at 2", doubled.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await store.Get<ILedger>().After(Some.Region, 0, 10, Cancel)).Count);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_with_a_gap_inside_is_refused(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);

        await Assert.ThrowsAsync<ArgumentException>(() => store.Get<ILedger>().Commit(
            Some.Region, [Some.Event(1, 1, Some.Alarm(1)), Some.Event(1, 3, Some.Alarm(3))], Nothing, Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_with_a_command_key_used_before_saves_nothing_of_its_batch(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await store.Get<ILedger>().Commit(Some.Region, [Some.Event(1, 1, Some.Alarm(1), key: "key-1")], Nothing, Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => store.Get<ILedger>().Commit(
            Some.Region, [Some.Event(1, 2, Some.Alarm(2)), Some.Event(1, 3, Some.Alarm(1), key: "key-1")], Nothing, Cancel));

        Assert.Equal(1, (await Open(store)).HeadSeq);
        Assert.Single(await store.Get<ILedger>().After(Some.Region, 0, 10, Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_without_events_notes_what_was_heard_and_never_goes_back(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await store.Get<ILedger>().Commit(Some.Region, [], new Dictionary<string, long> { ["a"] = 5 }, Cancel);
        await store.Get<ILedger>().Commit(Some.Region, [], new Dictionary<string, long> { ["a"] = 4 }, Cancel);

        Assert.Equal(5, (await Open(store)).Heard["a"]);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_without_events_to_a_desk_never_opened_is_refused(string engine)
    {
        await using var store = await TestStore.Open(engine);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => store.Get<ILedger>().Commit(Some.Region, [], new Dictionary<string, long> { ["a"] = 5 }, Cancel));

        Assert.Contains("never opened", refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task ByCommand_finds_the_event_of_its_region_only(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        var acknowledged = Some.Event(1, 1, Some.Alarm(1), AlarmEventKind.Acknowledged, "key-1") with { By = "王芳", Note = "收到 \0 \ud83d" };
        await store.Get<ILedger>().Commit(Some.Region, [acknowledged], Nothing, Cancel);

        var found = await store.Get<ILedger>().ByCommand(Some.Region, "key-1", Cancel);

        Assert.Equal((1, "王芳", AlarmEventKind.Acknowledged, "key-1"), (found!.Seq, found.By, found.Kind, found.CommandKey));
        Assert.StartsWith("收到", found.Note, StringComparison.Ordinal);
        Assert.Equal(acknowledged.At, found.At);
        Assert.Null(await store.Get<ILedger>().ByCommand("other", "key-1", Cancel));
        Assert.Null(await store.Get<ILedger>().ByCommand(Some.Region, "key-2", Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task After_gives_the_next_events_in_order_up_to_the_limit(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 0, 20), Nothing, Cancel);

        var some = await store.Get<ILedger>().After(Some.Region, 5, 3, Cancel);

        Assert.Equal([6, 7, 8], some.Select(e => e.Seq));
        Assert.Empty(await store.Get<ILedger>().After(Some.Region, 20, 3, Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Find_gives_the_alarm_as_it_is_now_with_all_its_events(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        var resolved = Some.Alarm(1, AlarmState.Resolved) with { Version = 2, Resolution = "已修复" };
        await store.Get<ILedger>().Commit(
            Some.Region, [Some.Event(1, 1, Some.Alarm(1)), Some.Event(1, 2, Some.Alarm(2)), Some.Event(1, 3, resolved, AlarmEventKind.Resolved)], Nothing, Cancel);

        var found = await store.Get<ILedger>().Find(Some.Region, resolved.Id, Cancel);

        Assert.Equal(Text(resolved), Text(found!.Value.Alarm));
        Assert.Equal([1, 3], found.Value.Events.Select(e => e.Seq));
        Assert.Null(await store.Get<ILedger>().Find(Some.Region, "none", Cancel));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Past_is_newest_first_by_target_and_state_and_page(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        await store.Get<ILedger>().Commit(
            Some.Region,
            [
                Some.Event(1, 1, Some.Alarm(1, target: "a", minutes: 1)), Some.Event(1, 2, Some.Alarm(2, AlarmState.Resolved, "a", 2)),
                Some.Event(1, 3, Some.Alarm(3, target: "b", minutes: 3)), Some.Event(1, 4, Some.Alarm(4, target: "a", minutes: 3)),
            ],
            Nothing, Cancel);

        Assert.Equal([4, 3, 2, 1], await Past(store));
        Assert.Equal([4, 2, 1], await Past(store, "a"));
        Assert.Equal([4, 3, 1], await Past(store, state: AlarmState.Open));
        Assert.Equal([4, 1], await Past(store, "a", AlarmState.Open));
        Assert.Equal([3, 2], await Past(store, skip: 1, take: 2));
        Assert.Empty(await Past(store, "none"));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commit_of_ten_thousand_events_is_one_step(string engine)
    {
        await using var store = await TestStore.Open(engine);
        await Open(store);
        var heard = Enumerable.Range(0, 10_000).ToDictionary(i => $"53040{i:D5}", i => (long)i);

        await store.Get<ILedger>().Commit(Some.Region, Some.Raised(1, 0, 10_000), heard, Cancel);
        var book = await Open(store);

        Assert.Equal((10_000, 10_000, 10_000), (book.HeadSeq, book.Alarms.Count, book.Heard.Count));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Commits_of_many_regions_at_once_all_hold(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var ledger = store.Get<ILedger>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async r =>
        {
            var book = await ledger.Open($"r{r}", Cancel);
            for (var i = 0; i < 20; i++)
            {
                await ledger.Commit($"r{r}", Some.Raised(book.Epoch, i, 1), Nothing, Cancel);
            }
        }));

        for (var r = 0; r < 8; r++)
        {
            Assert.Equal(20, (await ledger.Open($"r{r}", Cancel)).HeadSeq);
        }
    }

    private static Task<DeskBook> Open(TestStore store) => store.Get<ILedger>().Open(Some.Region, Cancel);

    private static async Task<List<long>> Past(TestStore store, string? target = null, AlarmState? state = null, int skip = 0, int take = 10)
    {
        var past = await store.Get<ILedger>().Past(Some.Region, target, state, skip, take, Cancel);
        return [.. past.Select(a => long.Parse(a.Id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture))];
    }

    // Records that hold arrays are equal only when the arrays are the same object; their text is equal when what they say is.
    private static string Text(Alarm alarm) => System.Text.Json.JsonSerializer.Serialize(alarm);
}
