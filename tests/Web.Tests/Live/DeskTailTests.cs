using Monitor.Rules.Desk;
using Monitor.Web.Live;
using Monitor.Web.Tests.World;

namespace Monitor.Web.Tests.Live;

public sealed class DeskTailTests
{
    private readonly FakeLedger ledger = new();
    private readonly DeskTail tail;

    public DeskTailTests() => tail = new(ledger, Samples.Region);

    [Fact]
    public async Task Changes_in_a_row_pass_without_the_ledger()
    {
        await Beat(10);
        Assert.Equal([11, 12], await Tell(11, 12));
        Assert.Equal([13], await Tell(13, 13));
        Assert.Equal(0, ledger.Reads);
    }

    [Fact]
    public async Task Gap_is_filled_from_the_ledger_in_order()
    {
        await Beat(10);
        ledger.Events.AddRange(Samples.Events(1, 15));
        Assert.Equal([11, 12, 13, 14, 15], await Tell(14, 15));
        Assert.Equal([], await Tell(12, 13));
    }

    [Fact]
    public async Task Pulse_whose_head_is_ahead_brings_what_was_never_told()
    {
        await Beat(10);
        ledger.Events.AddRange(Samples.Events(1, 12));
        Assert.Equal([11, 12], await Beat(12));
        Assert.Equal([], await Tell(11, 12));
    }

    [Fact]
    public async Task Change_told_twice_or_late_passes_once()
    {
        await Beat(10);
        Assert.Equal([11, 12], await Tell(11, 12));
        Assert.Equal([13], await Tell(12, 13));
        Assert.Equal([], await Tell(11, 13));
    }

    [Fact]
    public async Task Gap_longer_than_one_read_is_filled_whole()
    {
        await Beat(0);
        ledger.Events.AddRange(Samples.Events(1, 4_500));
        var seen = await Beat(4_500);
        Assert.Equal(Enumerable.Range(1, 4_500).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Ledger_that_fails_loses_nothing_because_the_next_pulse_asks_again()
    {
        await Beat(10);
        ledger.Events.AddRange(Samples.Events(1, 12));
        ledger.Broken = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tell(12, 12));
        ledger.Broken = false;
        Assert.Equal([11, 12], await Beat(12));
    }

    [Fact]
    public async Task Ledger_that_has_nothing_is_not_asked_for_ever()
    {
        await Beat(10);
        Assert.Equal([], await Beat(12));
        Assert.Equal([], await Beat(12));
        Assert.Equal(1, ledger.Reads);
    }

    [Fact]
    public async Task Desk_on_another_database_is_followed_from_its_own_head()
    {
        await Beat(10);
        Assert.Equal([], await Beat(3, epoch: 2));
        Assert.Equal([4], await Tell(4, 4));
    }

    [Fact]
    public async Task Pulse_older_than_what_was_told_brings_nothing_back()
    {
        await Beat(10);
        Assert.Equal([11], await Tell(11, 11));
        Assert.Equal([], await Beat(10));
        Assert.Equal([12], await Tell(12, 12));
        Assert.Equal(0, ledger.Reads);
    }

    private async Task<IEnumerable<long>> Tell(long from, long to) =>
        Numbers(await tail.Take([.. Samples.Events(from, to)], TestContext.Current.CancellationToken));

    private async Task<IEnumerable<long>> Beat(long head, long epoch = 1) =>
        Numbers(await tail.CatchUp(Samples.Pulse(head, epoch), TestContext.Current.CancellationToken));

    private static IEnumerable<long> Numbers(IEnumerable<DeskEvent> events) => events.Select(e => e.Seq);
}
