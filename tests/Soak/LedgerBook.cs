using Microsoft.Data.Sqlite;

namespace Monitor.Soak.Tests;

/// <summary>The ledger read straight from the database file, past everything the server may say of itself.</summary>
internal sealed class LedgerBook(string file)
{
    private long _epoch;
    private long _head;

    public string Summary => $"epoch {_epoch}, {_head} events";

    /// <summary>After a restart the desk writes under a new, higher epoch.</summary>
    public async Task CheckNewEpoch(CancellationToken cancel)
    {
        await using var book = await Open(cancel);
        var epoch = await Number(book, "SELECT COALESCE(MAX(epoch), 0) FROM desk_heads", cancel);
        Assert.True(epoch > _epoch, $"The epoch was {_epoch} before the restart and is {epoch} after it.");
        _epoch = epoch;
    }

    /// <summary>Looks for anything lost or doubled since the last look.</summary>
    public async Task Check(DutyOfficer officer, CancellationToken cancel)
    {
        await using var book = await Open(cancel);
        await NumbersHaveNoGap(book, cancel);
        await EpochsNeverFall(book, cancel);
        await NoAlarmIsDoubled(book, cancel);
        await AlarmsStandAsTheirLastEventSays(book, cancel);
        await WhatWasShownIsSaved(book, officer, cancel);
        await WhatWasAnsweredIsSavedOnce(book, officer, cancel);
    }

    public async Task<long> EventsOf(string key, CancellationToken cancel)
    {
        await using var book = await Open(cancel);
        return await Number(book, "SELECT COUNT(*) FROM desk_events WHERE command_key = $key", cancel, ("$key", key));
    }

    private async Task NumbersHaveNoGap(SqliteConnection book, CancellationToken cancel)
    {
        var (count, first, last) = (
            await Number(book, "SELECT COUNT(*) FROM desk_events", cancel),
            await Number(book, "SELECT COALESCE(MIN(seq), 1) FROM desk_events", cancel),
            await Number(book, "SELECT COALESCE(MAX(seq), 0) FROM desk_events", cancel));
        Assert.Equal(1, first);
        Assert.Equal(last, count);
        Assert.True(last >= _head, $"The ledger ended at {_head} and now ends at {last}.");
        Assert.True(await Number(book, "SELECT COALESCE(MAX(head_seq), 0) FROM desk_heads", cancel) >= last, "The head is behind the events.");
        _head = last;
    }

    private static async Task EpochsNeverFall(SqliteConnection book, CancellationToken cancel) =>
        Assert.Equal(0, await Number(
            book, "SELECT COUNT(*) FROM (SELECT epoch, LAG(epoch) OVER (ORDER BY seq) AS before FROM desk_events) WHERE epoch < before", cancel));

    private static async Task NoAlarmIsDoubled(SqliteConnection book, CancellationToken cancel)
    {
        const int Resolved = 4;
        Assert.Equal(0, await Number(
            book,
            "SELECT COUNT(*) FROM (SELECT 1 FROM alarms WHERE state <> $resolved GROUP BY region, target, code HAVING COUNT(*) > 1)",
            cancel,
            ("$resolved", Resolved)));
    }

    /// <summary>Every alarm was raised once, as its first event, and every event belongs to an alarm.</summary>
    private static async Task AlarmsStandAsTheirLastEventSays(SqliteConnection book, CancellationToken cancel)
    {
        const string Odd = """
            SELECT COUNT(*) FROM alarms a WHERE
                (SELECT COUNT(*) FROM desk_events e WHERE e.region = a.region AND e.alarm = a.id AND e.kind = 1) <> 1
                OR (SELECT MIN(seq) FROM desk_events e WHERE e.region = a.region AND e.alarm = a.id) <> a.first_seq
                OR (SELECT MAX(seq) FROM desk_events e WHERE e.region = a.region AND e.alarm = a.id) <> a.last_seq
            """;
        Assert.Equal(0, await Number(book, Odd, cancel));
        Assert.Equal(0, await Number(book, "SELECT COUNT(*) FROM desk_events WHERE alarm NOT IN (SELECT id FROM alarms)", cancel));
    }

    private static async Task WhatWasShownIsSaved(SqliteConnection book, DutyOfficer officer, CancellationToken cancel)
    {
        foreach (var (alarm, version) in officer.Shown)
        {
            var saved = await Number(book, "SELECT COALESCE(MAX(version), 0) FROM alarms WHERE id = $id", cancel, ("$id", alarm));
            Assert.True(saved >= version, $"Alarm {alarm} was shown as version {version}, yet version {saved} is saved.");
        }
    }

    private static async Task WhatWasAnsweredIsSavedOnce(SqliteConnection book, DutyOfficer officer, CancellationToken cancel)
    {
        foreach (var command in officer.Done)
        {
            var saved = await Number(
                book, "SELECT COUNT(*) FROM desk_events WHERE command_key = $key AND alarm = $alarm", cancel, ("$key", command.Key), ("$alarm", command.AlarmId));
            Assert.True(saved == 1, $"Command {command.Key} on {command.AlarmId} was answered with 200 and is {saved} times in the ledger.");
        }
    }

    private async Task<SqliteConnection> Open(CancellationToken cancel)
    {
        var book = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await book.OpenAsync(cancel);
        return book;
    }

    private static async Task<long> Number(SqliteConnection book, string sql, CancellationToken cancel, params (string Name, object Value)[] values)
    {
        await using var ask = book.CreateCommand();
        ask.CommandText = sql;
        foreach (var (name, value) in values)
        {
            ask.Parameters.AddWithValue(name, value);
        }

        return (long)(await ask.ExecuteScalarAsync(cancel) ?? 0L);
    }
}
