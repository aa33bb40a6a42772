using System.Collections.Immutable;
using Monitor.Grains;
using Monitor.Rules.Desk;
using Monitor.Rules;

namespace Monitor.Tests.Grains;

public sealed class DeskGrainTests
{
    [Fact]
    public async Task Reported_finding_is_saved_and_then_told_under_the_next_number()
    {
        await using var town = await Town.Start();
        using var screen = new Screen(town);
        await town.Desk.Registered(["5399000001"], 1);

        await town.Desk.Report([Down("5399000001", 1)]);

        var told = Assert.Single(await screen.Hears(1));
        Assert.Equal((1, 1, AlarmEventKind.Raised), (told.Epoch, told.Seq, told.Kind));
        Assert.Equal("town-1", told.Alarm.Id);
        Assert.Equal(town.Ledger.Events, [told]);
    }

    [Fact]
    public async Task Same_report_again_is_dropped_even_after_a_restart()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Restart();
        await town.Desk.Report([Down("5399000001", 1)]);

        Assert.Single(town.Ledger.Events);
        Assert.Single((await town.Desk.Snapshot()).Alarms);
    }

    [Fact]
    public async Task Ledger_that_fails_leaves_no_trace_and_the_same_report_is_taken_later()
    {
        await using var town = await Town.Start();
        using var screen = new Screen(town);
        await town.Desk.Snapshot();
        town.Ledger.Broken = true;
        await Assert.ThrowsAsync<IOException>(() => town.Desk.Report([Down("5399000001", 1)]));
        Assert.Empty((await town.Desk.Snapshot()).Alarms);

        town.Ledger.Broken = false;
        await town.Desk.Report([Down("5399000001", 1)]);
        Assert.Equal(1, Assert.Single(await screen.Hears(1)).Seq);
    }

    [Fact]
    public async Task Burst_in_one_report_is_one_commit()
    {
        await using var town = await Town.Start();
        var burst = Enumerable.Range(0, 5000).Select(i => Down($"{5399000000 + i}", 1)).ToImmutableArray();

        await town.Desk.Report(burst);

        Assert.Equal(1, town.Ledger.Commits);
        Assert.Equal(5000, (await town.Desk.Snapshot()).Alarms.Length);
        Assert.Equal(5000, (await town.Desk.Pulse()).HeadSeq);
    }

    [Fact]
    public async Task Epoch_grows_and_numbers_go_on_after_a_restart()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Restart();
        await town.Desk.Report([Down("5399000002", 1)]);

        Assert.Equal([(1, 1), (2, 2)], town.Ledger.Events.Select(e => (e.Epoch, e.Seq)));
    }

    [Fact]
    public async Task Acknowledgement_survives_a_restart_and_its_key_is_carried_out_once()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        var acknowledge = new DeskCommand("key-0001", DeskVerb.Acknowledge, "town-1", 1, "zhang", null);

        var first = await town.Desk.Do(acknowledge);
        await town.Restart();
        var again = await town.Desk.Do(acknowledge);

        Assert.Equal(CommandResult.Done, first.Result);
        Assert.Equal(CommandResult.Done, again.Result);
        Assert.Equal(2, town.Ledger.Events.Count);
        var alarm = Assert.Single((await town.Desk.Snapshot()).Alarms);
        Assert.Equal((AlarmState.Acknowledged, "zhang"), (alarm.State, alarm.Owner));
    }

    [Fact]
    public async Task Second_person_on_the_same_version_sees_who_was_first()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Desk.Do(new DeskCommand("key-0001", DeskVerb.Acknowledge, "town-1", 1, "zhang", null));

        var second = await town.Desk.Do(new DeskCommand("key-0002", DeskVerb.Acknowledge, "town-1", 1, "li", null));

        Assert.Equal(CommandResult.Conflict, second.Result);
        Assert.Equal("zhang", second.Alarm!.Owner);
        Assert.Equal(2, town.Ledger.Events.Count);
    }

    [Fact]
    public async Task Note_on_an_alarm_of_the_past_leaves_the_one_that_stands_alone()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Desk.Do(new DeskCommand("key-0001", DeskVerb.Resolve, "town-1", 1, "zhang", "已处置"));
        await town.Desk.Report([Down("5399000001", 2)]);
        await town.Desk.Do(new DeskCommand("key-0002", DeskVerb.Note, "town-1", null, "zhang", "补充说明"));

        await town.Desk.Report([Down("5399000001", 3) with { Changes = [new FindingChange(3, FindingCode.SiteDown, town.Clock.GetUtcNow(), null, "OpensAgain")] }]);
        await town.Restart();

        Assert.Equal(AlarmState.Recovered, Assert.Single((await town.Desk.Snapshot()).Alarms).State);
    }

    [Fact]
    public async Task Key_used_for_one_command_is_refused_for_another()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Desk.Do(new DeskCommand("key-0001", DeskVerb.Note, "town-1", null, "zhang", "看到了"));

        var other = await town.Desk.Do(new DeskCommand("key-0001", DeskVerb.Resolve, "town-1", 2, "zhang", "已处置"));

        Assert.Equal(CommandResult.Refused, other.Result);
    }

    [Fact]
    public async Task Lease_ends_after_thirty_minutes_and_the_alarm_waits_again()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1)]);
        await town.Desk.Do(new DeskCommand("key-0001", DeskVerb.Acknowledge, "town-1", 1, "zhang", null));

        for (var minute = 0; minute < 31; minute++)
        {
            town.Clock.Advance(TimeSpan.FromMinutes(1));
            await town.Desk.Pulse();
        }

        await Town.Until(() => town.Ledger.Events.Count == 3, "the lease did not end");
        Assert.Equal(AlarmEventKind.LeaseEnded, town.Ledger.Events[^1].Kind);
        Assert.Equal(AlarmState.Open, Assert.Single((await town.Desk.Snapshot()).Alarms).State);
    }

    [Fact]
    public async Task Alarm_of_a_target_that_is_gone_is_closed()
    {
        await using var town = await Town.Start();
        await town.Desk.Report([Down("5399000001", 1), Down("5399000002", 1)]);

        await town.Desk.Registered(["5399000002"], 1);

        Assert.DoesNotContain((await town.Desk.Snapshot()).Alarms, a => a.Target == "5399000001" && a.Standing);
    }

    [Fact]
    public async Task Targets_of_a_silent_collector_are_not_fresh()
    {
        await using var town = await Town.Start();
        await town.Desk.Registered(["5399000001", "5399000002"], 2);
        await town.Desk.Beat(new CollectorBeat("c1", town.Clock.GetUtcNow(), 2, 2, 5, Sighted: true));
        Assert.Equal(2, (await town.Desk.Pulse()).Fresh);

        town.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(0, (await town.Desk.Pulse()).Fresh);
        Assert.Equal(2, (await town.Desk.Pulse()).Targets);
    }

    private static TargetReport Down(string target, long no)
    {
        var at = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.FromHours(8));
        var finding = new Finding(
            FindingCode.SiteDown, Priority.P2, "Connect", new Text("打不开", "does not open"), RuleSet.National2019.Basis("站点无法访问"), [], at);
        return new TargetReport(target, $"站点{target}", "云岭市某局", [new FindingChange(no, FindingCode.SiteDown, at, finding, "Confirmed")]);
    }

    /// <summary>A screen that hears what the desk tells.</summary>
    private sealed class Screen : IDeskObserver, IDisposable
    {
        private readonly List<DeskEvent> _heard = [];
        private readonly Town _town;
        private readonly IDeskObserver _reference;

        public Screen(Town town)
        {
            _town = town;
            _reference = town.Grains.CreateObjectReference<IDeskObserver>(this);
            town.Desk.Subscribe(_reference).Wait();
        }

        public void Changed(string region, ImmutableArray<DeskEvent> events)
        {
            lock (_heard)
            {
                _heard.AddRange(events);
            }
        }

        public async Task<IReadOnlyList<DeskEvent>> Hears(int count)
        {
            await Town.Until(() => Count() >= count, $"{count} events were not told");
            lock (_heard)
            {
                return [.. _heard];
            }
        }

        public void Dispose() => _town.Grains.DeleteObjectReference<IDeskObserver>(_reference);

        private int Count()
        {
            lock (_heard)
            {
                return _heard.Count;
            }
        }
    }
}
