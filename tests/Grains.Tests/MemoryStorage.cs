using System.Collections.Concurrent;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans;

namespace Monitor.Tests.Grains;

/// <summary>Grain states that outlive a host, with etags; a write can be made to fail.</summary>
internal sealed class MemoryStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (object State, int Etag)> _rows = new();

    public int Writes { get; private set; }

    /// <summary>While true every write fails as if the database were gone.</summary>
    public bool Broken { get; set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_rows.TryGetValue($"{stateName}/{grainId}", out var row))
        {
            grainState.State = (T)row.State;
            grainState.ETag = $"{row.Etag}";
            grainState.RecordExists = true;
        }
        else
        {
            grainState.State = Activator.CreateInstance<T>();
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Broken)
        {
            throw new IOException("The disk is gone.");
        }

        Writes++;
        var next = int.TryParse(grainState.ETag, out var etag) ? etag + 1 : 1;
        _rows[$"{stateName}/{grainId}"] = (grainState.State!, next);
        grainState.ETag = $"{next}";
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _rows.TryRemove($"{stateName}/{grainId}", out _);
        grainState.State = Activator.CreateInstance<T>();
        grainState.RecordExists = false;
        grainState.ETag = null!;
        return Task.CompletedTask;
    }
}
