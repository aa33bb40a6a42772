using System.Reflection;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>
/// What Orleans asks of grains and of what they pass and keep, where the compiler of the Standalone edition can't ask it: messages are
/// not copied there and states are JSON, so a mutable or unnumbered member would only break in a cluster.
/// </summary>
internal sealed class GrainContract
{
    private readonly WireTypes _wire = new();
    private readonly List<string> _faults = [];

    /// <summary>One sentence for each breach.</summary>
    public IReadOnlyList<string> Faults => [.. _faults, .. _wire.Faults];

    public static IEnumerable<Type> InterfacesIn(Assembly assembly) => assembly.GetTypes().Where(t => t.IsInterface
        && (t.IsAssignableTo(typeof(IGrain)) || t.IsAssignableTo(typeof(IGrainObserver))));

    public static IEnumerable<Type> GrainsIn(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Grain)) && !t.IsAbstract);

    public void CheckInterface(Type type)
    {
        _wire.CheckAlias(type);
        var methods = type.GetMethods();
        foreach (var method in methods)
        {
            CheckResult(type, method);
            foreach (var parameter in method.GetParameters().Where(p => p.ParameterType != typeof(CancellationToken)))
            {
                _wire.Check(parameter.ParameterType, $"{type.Name}.{method.Name}({parameter.Name})");
            }
        }

        var sameName = methods.GroupBy(m => m.GetCustomAttribute<AliasAttribute>()?.Alias ?? m.Name).Where(g => g.Count() > 1);
        _faults.AddRange(sameName.Select(g => $"{type.Name} has two methods called '{g.Key}' on the wire."));
    }

    public void CheckGrain(Type type)
    {
        if (type.GetCustomAttributes().Any(a => a.GetType().Name == "ReentrantAttribute"))
        {
            _faults.Add($"{type.Name} is reentrant; grains here are not.");
        }

        _faults.AddRange(Statics(type).Where(IsMutable).Select(f => $"{type.Name} has the mutable static {f.Name}."));
        foreach (var parameter in type.GetConstructors().SelectMany(c => c.GetParameters()).Where(IsState))
        {
            _wire.Check(parameter.ParameterType.GenericTypeArguments[0], $"the state {parameter.Name} of {type.Name}");
        }
    }

    private void CheckResult(Type type, MethodInfo method)
    {
        var result = method.ReturnType;
        var open = result.IsGenericType ? result.GetGenericTypeDefinition() : result;
        if (open == typeof(Task<>) || open == typeof(ValueTask<>))
        {
            _wire.Check(result.GenericTypeArguments[0], $"{type.Name}.{method.Name}");
        }
        else if (open != typeof(Task) && open != typeof(ValueTask) && !(open == typeof(void) && type.IsAssignableTo(typeof(IGrainObserver))))
        {
            _faults.Add($"{type.Name}.{method.Name} returns neither Task nor ValueTask.");
        }
    }

    private static bool IsState(ParameterInfo parameter) =>
        parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IPersistentState<>);

    private static FieldInfo[] Statics(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private static bool IsMutable(FieldInfo field) =>
        !field.IsLiteral && (!field.IsInitOnly || (WireTypes.IsCollection(field.FieldType) && !WireTypes.IsImmutableCollection(field.FieldType)));
}
