using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace Orleans.Standalone;

/// <summary>The grain classes of the assemblies given in <see cref="StandaloneOptions.Assemblies"/>.</summary>
internal sealed class GrainClasses
{
    private readonly Dictionary<GrainType, GrainClass> _byName;
    private readonly ILookup<Type, GrainClass> _byInterface;
    private readonly ConcurrentDictionary<Type, GrainClass> _found = new();

    public GrainClasses(IOptions<StandaloneOptions> options)
    {
        var types = options.Value.Assemblies.Distinct().SelectMany(a => a.GetTypes());
        GrainClass[] classes = [.. types.Where(t => t.IsAssignableTo(typeof(Grain)) && !t.IsAbstract).Select(t => new GrainClass(t))];
        _byName = classes.ToDictionary(c => c.Name);
        _byInterface = classes.SelectMany(c => c.Interfaces, (c, i) => (Class: c, Interface: i)).ToLookup(p => p.Interface, p => p.Class);
    }

    /// <exception cref="ArgumentException">No class, or more than one, implements the interface.</exception>
    public GrainClass Implementing(Type interfaceType) => _found.GetOrAdd(interfaceType, Single);

    /// <exception cref="ArgumentException">There is no such class.</exception>
    public GrainClass Of(GrainType name) =>
        _byName.TryGetValue(name, out var known) ? known : throw new ArgumentException($"There is no grain class named '{name}'.");

    private GrainClass Single(Type interfaceType)
    {
        GrainClass[] candidates = [.. _byInterface[interfaceType]];
        return candidates.Length == 1
            ? candidates[0]
            : throw new ArgumentException($"{candidates.Length} grain classes implement {interfaceType}; there must be exactly one.");
    }
}
