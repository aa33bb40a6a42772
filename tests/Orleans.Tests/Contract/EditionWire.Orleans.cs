using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Monitor.Orleans.Tests.Contract;

/// <summary>Messages pass through Orleans' serialiser.</summary>
internal static class EditionWire
{
    private static readonly Serializer Wire = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    // Serialised as object, so that the type has to be found again by its name on the wire.
    public static object? ThereAndBack(Type type, object value) => Wire.Deserialize<object>(Wire.SerializeToArray(value));
}
