using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>Makes any value of any wire type from a seed, and tells two values apart by all that is in them.</summary>
internal sealed class WireSample(int seed)
{
    private const int Deep = 4;

    private static readonly string[] Texts = ["", "网站首页", "\"quoted\"\\ </script>", "line\nbreak\t\u0001", "🙂 𠮷", "$case", "null"];

    private readonly Random _random = new(seed);
    private readonly NullabilityInfoContext _nullability = new();

    public object Make(Type type) => Make(type, 0);

    /// <summary>The value as text: types, members and elements, by content. Unordered collections are sorted.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        bool or Uri => $"{value}",
        DateTimeOffset time => $"{time:O}",
        double number => $"{number:R}",
        IFormattable plain when !IsRecord(plain.GetType()) => $"{plain}",
        IDictionary pairs => $"{{{string.Join(", ", pairs.Keys.Cast<object>().Select(k => $"{Show(k)}: {Show(pairs[k])}").Order(StringComparer.Ordinal))}}}",
        IEnumerable items => Show(value.GetType(), items),
        _ => $"{value.GetType().Name}({string.Join(", ", Fields(value.GetType()).Select(f => $"{f.Name}={Show(f.GetValue(value))}"))})",
    };

    private static string Show(Type type, IEnumerable items)
    {
        var shown = items.Cast<object>().Select(Show);
        return $"[{string.Join(", ", type.Name.Contains("Set", StringComparison.Ordinal) ? shown.Order(StringComparer.Ordinal) : shown)}]";
    }

    private static IEnumerable<FieldInfo> Fields(Type? type) => type is null || type == typeof(object)
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly).Concat(Fields(type.BaseType));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private object Make(Type type, int depth) => type switch
    {
        _ when type == typeof(string) => Pick(Texts),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type.IsEnum => Pick(Enum.GetValues(type).Cast<object>().ToArray()),
        _ when type == typeof(double) => Pick<object>([0.0, -1.5, 1e300, double.Epsilon, _random.NextDouble()]),
        _ when type.IsPrimitive => Convert.ChangeType(_random.Next(0, 100), type, System.Globalization.CultureInfo.InvariantCulture),
        _ when type == typeof(decimal) => (decimal)_random.NextDouble(),
        _ when type == typeof(Guid) => new Guid(_random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        _ when type == typeof(Uri) => new Uri("https://例子.gov.cn/a?b=%E4%B8%AD#c"),
        _ when type == typeof(TimeSpan) => new TimeSpan(_random.NextInt64(TimeSpan.TicksPerDay)),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(700_000, 750_000)),
        _ when type == typeof(TimeOnly) => new TimeOnly(_random.NextInt64(TimeSpan.TicksPerDay)),
        _ when type == typeof(DateTime) => new DateTime(638_000_000_000_000_000 + _random.NextInt64(TimeSpan.TicksPerDay * 999), DateTimeKind.Utc),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(638_000_000_000_000_000 + _random.Next(), TimeSpan.FromHours(_random.Next(-3, 9))),
        _ when Nullable.GetUnderlyingType(type) is { } inner => Make(inner, depth),
        _ when WireTypes.IsImmutableCollection(type) => MakeCollection(type, depth),
        _ => MakeRecord(type, depth),
    };

    private object MakeCollection(Type type, int depth)
    {
        var arguments = type.GenericTypeArguments;
        var element = arguments.Length == 1 ? arguments[0] : typeof(KeyValuePair<,>).MakeGenericType(arguments);
        var items = Enumerable.Range(0, depth >= Deep ? 0 : _random.Next(4))
            .Select(_ => arguments.Length == 1
                ? Make(element, depth + 1)
                : Activator.CreateInstance(element, Make(arguments[0], depth + 1), Make(arguments[1], depth + 1))!)
            .DistinctBy(i => arguments.Length == 1 ? i : element.GetProperty("Key")!.GetValue(i))
            .ToArray();
        var array = Array.CreateInstance(element, items.Length);
        items.CopyTo(array, 0);
        var maker = Type.GetType($"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}, {type.Assembly.FullName}")!;
        var create = maker.GetMethods().Single(m => m.Name == nameof(ImmutableList.CreateRange)
            && m.GetGenericArguments().Length == arguments.Length
            && m.GetParameters() is [var only] && only.ParameterType.Name.StartsWith("IEnumerable", StringComparison.Ordinal));
        return create.MakeGenericMethod(arguments).Invoke(null, [array])!;
    }

    private object MakeRecord(Type type, int depth)
    {
        if (type.IsAbstract)
        {
            return Make(Pick(type.GetNestedTypes().Where(t => t.IsSubclassOf(type)).ToArray()), depth);
        }

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Maybe(p.ParameterType, _nullability.Create(p), depth))]);
        foreach (var property in type.GetProperties().Where(p => IsInitOnly(p) && !constructor.GetParameters().Any(c => c.Name == p.Name)))
        {
            property.SetValue(made, Maybe(property.PropertyType, _nullability.Create(property), depth));
        }

        return made;
    }

    private object? Maybe(Type type, NullabilityInfo nullability, int depth) =>
        nullability.WriteState == NullabilityState.Nullable && (depth >= Deep || _random.Next(3) == 0) ? null : Make(type, depth + 1);

    private T Pick<T>(T[] among) => among[_random.Next(among.Length)];

    private static bool IsInitOnly(PropertyInfo property) => property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(IsExternalInit)) ?? false;
}
