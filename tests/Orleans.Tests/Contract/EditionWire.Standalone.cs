using System.Text.Json;
using Orleans.Standalone;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>States are kept as JSON; messages pass as they are.</summary>
internal static class EditionWire
{
    public static object? ThereAndBack(Type type, object value) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type, GrainStateJson.Options), type, GrainStateJson.Options);
}
