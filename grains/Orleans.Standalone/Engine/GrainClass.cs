using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Standalone;

/// <summary>What the engine knows of one grain class.</summary>
internal sealed class GrainClass
{
    private const string DefaultStorage = "Default";

    private readonly ObjectFactory _create;
    private readonly TimeSpan? _ageLimit;
    private readonly (Type Type, PersistentStateAttribute Place)[] _states;

    public GrainClass(Type type)
    {
        Name = new GrainType(type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? ShortName(type));
        Interfaces = [.. type.GetInterfaces().Where(i => i.IsAssignableTo(typeof(IGrain)) && !Basic.Contains(i))];
        MainInterface = Interfaces is [var first, ..] ? first : throw new ArgumentException($"{type} implements no grain interface of its own.");
        _ageLimit = type.IsDefined(typeof(KeepAliveAttribute)) ? TimeSpan.MaxValue : AgeLimit(type.GetCustomAttribute<CollectionAgeLimitAttribute>());
        _states = [.. StatesOf(type)];
        _create = ActivatorUtilities.CreateFactory(type, [.. _states.Select(s => typeof(IPersistentState<>).MakeGenericType(s.Type))]);
    }

    private static Type[] Basic { get; } = [typeof(IGrain), typeof(IGrainWithStringKey), typeof(IRemindable)];

    public GrainType Name { get; }

    public IReadOnlyList<Type> Interfaces { get; }

    public Type MainInterface { get; }

    public TimeSpan CollectionAge(StandaloneOptions options) => _ageLimit ?? options.CollectionAge;

    /// <summary>Makes the grain object and the states it is to be given, not yet read. Runs inside the activation's queue.</summary>
    public (Grain Grain, IReadOnlyList<PersistentState> States) Create(IServiceProvider services, GrainId id)
    {
        PersistentState[] given = [.. _states.Select(s => NewState(s.Type, s.Place, services, id))];
        return ((Grain)_create(services, given), given);
    }

    private static PersistentState NewState(Type type, PersistentStateAttribute place, IServiceProvider services, GrainId id)
    {
        var storage = services.GetRequiredKeyedService<IGrainStorage>(place.StorageName ?? DefaultStorage);
        return (PersistentState)Activator.CreateInstance(typeof(PersistentState<>).MakeGenericType(type), place.StateName, id, storage)!;
    }

    private static IEnumerable<(Type Type, PersistentStateAttribute Place)> StatesOf(Type type) =>
        from parameter in type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? []
        let place = parameter.GetCustomAttribute<PersistentStateAttribute>()
        where place is not null
        select (parameter.ParameterType.GenericTypeArguments.Single(), place);

    private static TimeSpan? AgeLimit(CollectionAgeLimitAttribute? limit) => limit?.AgeLimit;

    // Orleans names grain types so; with the same names both editions read each other's stores.
    private static string ShortName(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.EndsWith("grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
    }
}
