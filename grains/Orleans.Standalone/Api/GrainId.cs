using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>The name of a grain's class, as stores keep it.</summary>
/// <param name="Value">Lower case, without the ending "grain".</param>
public readonly record struct GrainType(string Value)
{
    public static GrainType Create(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>The key of one grain of a class.</summary>
public readonly record struct IdSpan(string Value)
{
    public bool IsDefault => Value is null;

    public static IdSpan Create(string id) => new(id);

    public override string ToString() => Value ?? "";
}

/// <summary>Names one grain: its type and its key, written <c>type/key</c>.</summary>
public readonly record struct GrainId(GrainType Type, IdSpan Key)
{
    public bool IsDefault => Key.IsDefault;

    public static GrainId Create(string type, string key) => Create(GrainType.Create(type), key);

    public static GrainId Create(GrainType type, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return new GrainId(type, IdSpan.Create(key));
    }

    public static bool TryParse([NotNullWhen(true)] string? value, out GrainId result)
    {
        var slash = value?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        result = slash < 0 ? default : new GrainId(new GrainType(value![..slash]), new IdSpan(value[(slash + 1)..]));
        return slash >= 0;
    }

    /// <exception cref="ArgumentException">The text has no slash.</exception>
    public static GrainId Parse(string value) =>
        TryParse(value, out var id) ? id : throw new ArgumentException($"Unable to parse \"{value}\" as a grain id");

    public override string ToString() => $"{Type}/{Key}";
}
