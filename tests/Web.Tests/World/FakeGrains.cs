using System.Reflection;
using Monitor.Grains;

namespace Monitor.Web.Tests.World;

/// <summary>A grain factory that hands out the fakes. A proxy, because the interface is wider in one edition than in the other.</summary>
public class FakeGrains : DispatchProxy
{
    private Func<Type, string, object> grains = null!;

    internal static IGrainFactory Of(FakeDesk desk, FakeRegister register)
    {
        var factory = Create<IGrainFactory, FakeGrains>();
        ((FakeGrains)(object)factory).grains = (type, key) => type.Name switch
        {
            nameof(IDeskGrain) => desk,
            nameof(IRegistryGrain) => register,
            nameof(ISiteGrain) => register.Site(key),
            _ => throw new NotSupportedException(type.Name),
        };
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "GetGrain" => grains(targetMethod.GetGenericArguments()[0], (string)args![0]!),
        // In one process an observer is its own reference.
        "CreateObjectReference" => args![0],
        _ => null,
    };
}
