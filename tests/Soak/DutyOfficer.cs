using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Monitor.Tests;

namespace Monitor.Soak.Tests;

/// <summary>A command sent to the desk, with what is needed to send the very same one again.</summary>
/// <param name="Key">Idempotency-Key.</param>
/// <param name="Version">The version the officer saw.</param>
internal sealed record Sent(string Key, string AlarmId, int Version);

/// <summary>The person on duty as a client: signs in, reads the desk, acknowledges, and remembers what was answered.</summary>
internal sealed class DutyOfficer(Uri address) : IDisposable
{
    private SignedIn? _desk;

    /// <summary>Commands answered with 200: they must be in the ledger for ever, once.</summary>
    public List<Sent> Done { get; } = [];

    /// <summary>Commands whose answer never came: they may be in the ledger once, or not at all.</summary>
    public List<Sent> Unknown { get; } = [];

    /// <summary>Every alarm a screen was shown, with the newest version shown.</summary>
    public Dictionary<string, int> Shown { get; } = [];

    public async Task SignIn(CancellationToken cancel)
    {
        _desk?.Dispose();
        _desk = await SignedIn.At(address, cancel);
    }

    /// <summary>Reads the desk and acknowledges open alarms, one after the other, until the silo is gone or the token ends the shift.</summary>
    public async Task Work(Random chance, CancellationToken shift)
    {
        try
        {
            while (!shift.IsCancellationRequested)
            {
                foreach (var alarm in (await Alarms(shift)).Where(alarm => alarm.State == "open").OrderBy(_ => chance.Next()).Take(3))
                {
                    await Acknowledge(new Sent($"soak-{Guid.NewGuid():N}", alarm.Id, alarm.Version), shift);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(20, 200)), TimeProvider.System, shift);
            }
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
        {
            // The silo was killed under us, or the shift ended: what was unknown has been noted.
        }
    }

    /// <summary>Sends a command. Null when no answer came.</summary>
    public async Task<HttpStatusCode?> Acknowledge(Sent command, CancellationToken cancel)
    {
        Unknown.Add(command);
        var headers = new[] { ("Idempotency-Key", command.Key), ("If-Match", $"\"{command.Version}\"") };
        var body = JsonContent.Create(new { note = "soak" });
        using var answer = await _desk!.Send(HttpMethod.Post, $"/api/alarms/{command.AlarmId}/acknowledge", body, headers, cancel);
        Assert.True((int)answer.StatusCode < 500, $"Acknowledging answered {(int)answer.StatusCode}.");
        Unknown.Remove(command);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            Done.Add(command);
        }

        return answer.StatusCode;
    }

    public async Task<IReadOnlyList<SeenAlarm>> Alarms(CancellationToken cancel)
    {
        var snapshot = await _desk!.Get("/api/live/snapshot", cancel);
        SeenAlarm[] alarms = [.. snapshot.GetProperty("alarms").EnumerateArray().Select(SeenAlarm.Read)];
        foreach (var alarm in alarms)
        {
            Shown[alarm.Id] = Math.Max(alarm.Version, Shown.GetValueOrDefault(alarm.Id));
        }

        return alarms;
    }

    public async Task<bool> CarriedOut(string key, CancellationToken cancel)
    {
        using var answer = await _desk!.Send(HttpMethod.Get, $"/api/commands/{key}", null, [], cancel);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => _desk?.Dispose();
}

/// <summary>An alarm as the live snapshot shows it.</summary>
internal sealed record SeenAlarm(string Id, string Target, string Code, string State, int Version, bool Standing)
{
    public static SeenAlarm Read(JsonElement alarm) => new(
        alarm.GetProperty("id").GetString()!,
        alarm.GetProperty("target").GetString()!,
        alarm.GetProperty("code").GetString()!,
        alarm.GetProperty("state").GetString()!,
        alarm.GetProperty("version").GetInt32(),
        alarm.GetProperty("standing").GetBoolean());
}
