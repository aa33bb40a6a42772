using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Orleans.Standalone;

/// <summary>Grain state as JSON. Writes records, immutable collections and closed unions so that they read back equal.</summary>
/// <remarks>
/// A closed union is an abstract record with sealed records nested in it. Its cases are told apart by the property <c>$case</c>, which
/// holds the case's <see cref="AliasAttribute"/>, or its name.
/// </remarks>
public static class GrainStateJson
{
    private const string CaseProperty = "$case";

    /// <summary>The settings, for stores that write to streams.</summary>
    public static JsonSerializerOptions Options { get; } = NewOptions();

    public static string Write<T>(T state) => JsonSerializer.Serialize(state, Options);

    /// <exception cref="JsonException">The text is not a <typeparamref name="T"/>.</exception>
    public static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options);

    private static JsonSerializerOptions NewOptions()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameCases } },
            Converters = { new JsonStringEnumConverter() },
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.MakeReadOnly();
        return options;
    }

    private static void NameCases(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var cases = info.Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(t => t.IsSubclassOf(info.Type) && !t.IsAbstract).ToArray();
        if (cases.Length > 0)
        {
            info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = CaseProperty };
            Array.ForEach(cases, t => info.PolymorphismOptions.DerivedTypes.Add(new(t, NameOf(t))));
        }
    }

    // Not inherited: the union itself has an alias too.
    private static string NameOf(Type type) =>
        type.GetCustomAttributes<AliasAttribute>(inherit: false).FirstOrDefault()?.Alias ?? type.Name;
}
