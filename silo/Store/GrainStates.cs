using System.Globalization;
using Monitor.Silo.Store.Engines;
using Orleans;
using Orleans.Runtime;
using Orleans.Standalone;
using Orleans.Storage;

namespace Monitor.Silo.Store;

/// <summary>Keeps what grains remember, in groups of writes. An etag is the number of times the state was written since it was last cleared.</summary>
/// <remarks>
/// Both editions keep state so on SQLite, in the same form, and can therefore be exchanged on the same file. Orleans' own provider opens a
/// connection for every write; on SQLite, which has one writer, a storm of them holds up the ledger for seconds.
/// </remarks>
internal sealed class GrainStates(Database database, StateWriter writer) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var rows = await database.Read(
            new("SELECT payload, etag FROM grain_states WHERE type = $1 AND id = $2", TypeOf(stateName, grainId), grainId.Key.ToString()),
            row => (Payload: row.GetString(0), ETag: row.GetInt64(1)), CancellationToken.None);
        if (rows is [var row])
        {
            grainState.State = GrainStateJson.Read<T>(row.Payload);
        }

        grainState.ETag = rows.Count == 0 ? null : rows[0].ETag.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = rows.Count > 0;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (type, id, had) = (TypeOf(stateName, grainId), grainId.Key.ToString(), Number(grainState.ETag));
        var payload = GrainStateJson.Write(grainState.State);
        var statement = had is null
            ? new Statement("INSERT INTO grain_states (type, id, payload, etag) VALUES ($1, $2, $3, 1) ON CONFLICT DO NOTHING", type, id, payload)
            : new Statement("UPDATE grain_states SET payload = $3, etag = etag + 1 WHERE type = $1 AND id = $2 AND etag = $4", type, id, payload, had);
        await Change(statement, stateName, grainId, grainState.ETag);
        (grainState.ETag, grainState.RecordExists) = (((had ?? 0) + 1).ToString(CultureInfo.InvariantCulture), true);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Number(grainState.ETag) is { } had)
        {
            await Change(
                new("DELETE FROM grain_states WHERE type = $1 AND id = $2 AND etag = $3", TypeOf(stateName, grainId), grainId.Key.ToString(), had),
                stateName, grainId, grainState.ETag);
        }

        (grainState.State, grainState.ETag, grainState.RecordExists) = (Empty<T>(), null, false);
    }

    private static string TypeOf(string stateName, GrainId grainId) => $"{grainId.Type}/{stateName}";

    private static T Empty<T>() => typeof(T).GetConstructor(Type.EmptyTypes) is null ? default! : Activator.CreateInstance<T>();

    private static long? Number(string? etag) => etag is null ? null : long.Parse(etag, CultureInfo.InvariantCulture);

    private async Task Change(Statement statement, string stateName, GrainId grainId, string? etag)
    {
        if (await writer.Write(statement) == 0)
        {
            throw new InconsistentStateException($"State {stateName} of {grainId} was changed by somebody else.", "unknown", etag);
        }
    }
}
