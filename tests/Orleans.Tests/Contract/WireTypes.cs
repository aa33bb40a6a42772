using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>Walks all that can be reached from a type on the wire and checks each type once.</summary>
internal sealed class WireTypes
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(Uri),
        typeof(DateTimeOffset), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(TickStatus),
    ];

    private readonly HashSet<Type> _seen = [];
    private readonly Dictionary<string, Type> _aliases = [];

    public List<string> Faults { get; } = [];

    public static bool IsCollection(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));

    public static bool IsImmutableCollection(Type type) => type is
    {
        IsGenericType: true,
        Namespace: "System.Collections.Immutable" or "System.Collections.Frozen",
        IsInterface: false,
    };

    public void Check(Type type, string where)
    {
        if (type.IsPrimitive || type.IsEnum || Plain.Contains(type) || type.IsAssignableTo(typeof(IAddressable)))
        {
            return;
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            Check(inner, where);
        }
        else if (IsImmutableCollection(type))
        {
            Array.ForEach(type.GenericTypeArguments, t => Check(t, where));
        }
        else if (IsRecord(type))
        {
            CheckRecord(type);
        }
        else
        {
            Faults.Add($"{where} holds a {type.Name}, which is neither a plain value, an immutable collection nor a record.");
        }
    }

    /// <summary>The type has one name on the wire, and no other type has it.</summary>
    public void CheckAlias(Type type)
    {
        var aliases = type.GetCustomAttributes<AliasAttribute>(inherit: false).Select(a => a.Alias).ToArray();
        if (aliases.Length != 1)
        {
            Faults.Add($"{type.Name} has {aliases.Length} [Alias] and must have one.");
        }
        else if (!_aliases.TryAdd(aliases[0], type) && _aliases[aliases[0]] != type)
        {
            Faults.Add($"{type.Name} and {_aliases[aliases[0]].Name} share the alias '{aliases[0]}'.");
        }
    }

    private void CheckRecord(Type type)
    {
        if (!_seen.Add(type))
        {
            return;
        }

        CheckAlias(type);
        Require(type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false), $"{type.Name} lacks [GenerateSerializer].");
        Require(type.IsDefined(typeof(ImmutableAttribute), inherit: false), $"{type.Name} lacks [Immutable].");
        CheckShape(type);
        CheckMembers(type);
        if (type.BaseType is { } parent && parent != typeof(object))
        {
            Check(parent, type.Name);
        }
    }

    private void CheckShape(Type type)
    {
        if (!type.IsAbstract)
        {
            Require(type.IsSealed, $"{type.Name} is neither sealed nor a closed union.");
            return;
        }

        // The compiler's copy constructor of a record is protected; any other must be private, or the union is open.
        var isClosed = type.GetConstructors(Own).All(c => c.IsPrivate || c.GetParameters() is [var p] && p.ParameterType == type);
        Require(isClosed, $"{type.Name} is abstract and others can derive from it.");
        foreach (var unionCase in type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(t => t.IsSubclassOf(type)))
        {
            Check(unionCase, type.Name);
        }
    }

    private void CheckMembers(Type type)
    {
        var fields = type.GetFields(Own);
        var ids = new HashSet<uint>();
        foreach (var field in fields)
        {
            var property = Property(type, field);
            var name = $"{type.Name}.{property?.Name ?? field.Name}";
            var id = ((MemberInfo?)property ?? field).GetCustomAttribute<IdAttribute>()?.Id;
            Require(id is not null, $"{name} has no [Id].");
            Require(id is null || ids.Add(id.Value), $"{name} has the [Id] of another member.");
            Require(property is null ? field.IsInitOnly : !CanBeSet(property), $"{name} can be changed.");
            Check(field.FieldType, name);
        }
    }

    private void Require(bool condition, string fault)
    {
        if (!condition)
        {
            Faults.Add(fault);
        }
    }

    private static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$") is not null;

    private static PropertyInfo? Property(Type type, FieldInfo backing) =>
        type.GetProperties(Own).SingleOrDefault(p => backing.Name == $"<{p.Name}>k__BackingField");

    private static bool CanBeSet(PropertyInfo property) => property.SetMethod is { } set
        && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
