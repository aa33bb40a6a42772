using System.Collections.Immutable;
using Monitor.Rules;
using Monitor.Rules.Sites;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Monitor.Silo.Tests.Store;

public sealed class GrainStatesTests
{
    private static readonly GrainId Site = GrainId.Create("site", "5304000001");

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_state_never_written_reads_as_none(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var state = new GrainState<Kept>(new Kept("as it was", []));

        await States(store).ReadStateAsync("memory", Site, state);

        Assert.Equal((null, false), (state.ETag, state.RecordExists));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_state_reads_back_after_a_restart_under_its_own_name_and_grain(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var memory = SiteMemory.Blank with { Availability = new Availability.Down(Some.Start, new(FailureClass.Timeout, "15 s")), LastChangeNo = 3 };
        await States(store).WriteStateAsync("memory", Site, new GrainState<SiteMemory>(memory));
        await States(store).WriteStateAsync("other", Site, new GrainState<Kept>(new Kept("b", ["x"])));

        await store.Restart();
        var read = new GrainState<SiteMemory>();
        var none = new GrainState<SiteMemory>();
        await States(store).ReadStateAsync("memory", Site, read);
        await States(store).ReadStateAsync("memory", GrainId.Create("site", "5304000002"), none);

        Assert.Equal((memory.Availability, 3, true, "1"), (read.State!.Availability, read.State.LastChangeNo, read.RecordExists, read.ETag));
        Assert.False(none.RecordExists);
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Every_write_gives_a_new_etag_and_an_old_one_is_refused(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var state = new GrainState<Kept>(new Kept("1", []));
        await States(store).WriteStateAsync("memory", Site, state);
        var stale = new GrainState<Kept>(new Kept("stale", []), state.ETag);
        state.State = new Kept("2", []);
        await States(store).WriteStateAsync("memory", Site, state);

        await Assert.ThrowsAsync<InconsistentStateException>(() => States(store).WriteStateAsync("memory", Site, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States(store).WriteStateAsync("memory", Site, new GrainState<Kept>(new Kept("new", []))));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States(store).ClearStateAsync("memory", Site, stale));

        var read = new GrainState<Kept>();
        await States(store).ReadStateAsync("memory", Site, read);
        Assert.Equal(("2", state.ETag), (read.State!.Word, read.ETag));
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_cleared_state_is_gone_and_can_be_written_anew_but_not_by_its_old_etag(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var state = new GrainState<Kept>(new Kept("1", []));
        await States(store).WriteStateAsync("memory", Site, state);
        var stale = new GrainState<Kept>(new Kept("stale", []), state.ETag);
        await States(store).ClearStateAsync("memory", Site, state);

        Assert.Equal((null, null, false), (state.State, state.ETag, state.RecordExists));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States(store).WriteStateAsync("memory", Site, stale));
        state.State = new Kept("2", []);
        await States(store).WriteStateAsync("memory", Site, state);
        await States(store).ClearStateAsync("memory", GrainId.Create("site", "none"), new GrainState<Kept>());
    }

    [Theory, MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Writes_at_once_are_each_answered_for_their_own(string engine)
    {
        await using var store = await TestStore.Open(engine);
        var states = Enumerable.Range(0, 3_000).Select(i => new GrainState<Kept>(new Kept($"{i}", []), i % 10 == 0 ? "7" : null)).ToList();

        var ends = await Task.WhenAll(states.Select(async (state, i) =>
        {
            try
            {
                await States(store).WriteStateAsync("memory", GrainId.Create("site", $"{i}"), state);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }));

        Assert.All(ends.Index(), end => Assert.Equal(end.Index % 10 != 0, end.Item));
    }

    [Fact]
    public async Task A_write_after_the_end_is_refused()
    {
        var store = await TestStore.Open(TestStore.Sqlite);
        var states = States(store);
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => states.WriteStateAsync("memory", Site, new GrainState<Kept>(new Kept("1", []))));
    }

    private static IGrainStorage States(TestStore store) => store.Get<IGrainStorage>("monitor");

    private sealed record Kept(string Word, ImmutableArray<string> Words);
}
