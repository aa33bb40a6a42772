using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Monitor.Rules.Desk;

namespace Monitor.Silo.Store;

/// <summary>Records as the database keeps them: readable text whose names may be added to but never change.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(Alarm alarm) =>
        JsonSerializer.Serialize(alarm.Evidence.IsDefault ? alarm with { Evidence = [] } : alarm, Options);

    public static string Write(ImmutableArray<string> words) => JsonSerializer.Serialize(words.IsDefault ? [] : words, Options);

    public static Alarm Alarm(string json) => Read<Alarm>(json);

    public static ImmutableArray<string> Words(string json) => Read<ImmutableArray<string>>(json);

    private static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"The store holds null where a {typeof(T).Name} should be.");
}
