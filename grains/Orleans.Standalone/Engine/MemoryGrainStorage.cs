using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Standalone;

/// <summary>Keeps grain state as long as the object lives; for tests and trials. State goes through JSON as in a real store.</summary>
public sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(GrainId, string), (string Json, string ETag)> _rows = new();
    private long _lastETag;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue((grainId, stateName), out var row))
        {
            (grainState.State, grainState.ETag, grainState.RecordExists) = (GrainStateJson.Read<T>(row.Json), row.ETag, true);
        }
        else
        {
            (grainState.ETag, grainState.RecordExists) = (null, false);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var row = (Json: GrainStateJson.Write(grainState.State), ETag: NextETag());
        Replace((grainId, stateName), grainState.ETag, key => grainState.ETag is null
            ? _rows.TryAdd(key, row)
            : _rows.TryGetValue(key, out var old) && old.ETag == grainState.ETag && _rows.TryUpdate(key, row, old));
        (grainState.ETag, grainState.RecordExists) = (row.ETag, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Replace((grainId, stateName), grainState.ETag, key =>
            !_rows.TryGetValue(key, out var old) || (old.ETag == grainState.ETag && _rows.TryRemove(new(key, old))));
        (grainState.State, grainState.ETag, grainState.RecordExists) = (default, null, false);
        return Task.CompletedTask;
    }

    private void Replace((GrainId Id, string Name) key, string? etag, Func<(GrainId, string), bool> tryReplace)
    {
        if (!tryReplace(key))
        {
            var stored = _rows.TryGetValue(key, out var row) ? row.ETag : null;
            throw new InconsistentStateException($"State {key.Name} of {key.Id} was changed by somebody else.", stored, etag);
        }
    }

    private string NextETag() => Interlocked.Increment(ref _lastETag).ToString(CultureInfo.InvariantCulture);
}
