using Orleans.Standalone;
using Orleans.Storage;

namespace Monitor.Orleans.Tests.Standalone;

public sealed class MemoryGrainStorageTests
{
    private static readonly GrainId Id = GrainId.Create("tally", "a");

    private readonly MemoryGrainStorage _storage = new();

    [Fact]
    public async Task State_comes_back_with_its_etag()
    {
        var written = new GrainState<Tally>(new Tally { Sum = 3 });
        await _storage.WriteStateAsync("s", Id, written);
        var read = new GrainState<Tally>();
        await _storage.ReadStateAsync("s", Id, read);
        Assert.Equal((written.State, written.ETag, true), (read.State, read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task State_without_a_record_has_no_etag()
    {
        var read = new GrainState<Tally>(new Tally());
        await _storage.ReadStateAsync("s", Id, read);
        Assert.Equal((null, false), (read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task Second_writer_of_the_same_etag_is_refused_and_told_both()
    {
        await _storage.WriteStateAsync("s", Id, new GrainState<Tally>(new Tally()));
        var failure = await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.WriteStateAsync("s", Id, new GrainState<Tally>(new Tally(), "7")));
        Assert.Equal(("1", "7"), (failure.StoredEtag, failure.CurrentEtag));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.WriteStateAsync("s", Id, new GrainState<Tally>(new Tally())));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.ClearStateAsync("s", Id, new GrainState<Tally>(new Tally(), "7")));
    }

    [Fact]
    public async Task Cleared_state_has_no_record()
    {
        var state = new GrainState<Tally>(new Tally { Sum = 3 });
        await _storage.WriteStateAsync("s", Id, state);
        await _storage.ClearStateAsync("s", Id, state);
        await _storage.ReadStateAsync("s", Id, state);
        Assert.False(state.RecordExists);
        await _storage.WriteStateAsync("s", Id, state);
    }
}
