using System.Reflection;
using Orleans.Standalone;

namespace Orleans.Runtime;

/// <summary>What a caller holds of a grain or observer. Two references to the same one are equal.</summary>
/// <remarks>The grain interface itself is implemented by a type <see cref="DispatchProxy"/> derives from this one.</remarks>
public class GrainReference : DispatchProxy, IAddressable, IEquatable<GrainReference>
{
    private References _references = null!;

    public GrainId GrainId { get; private set; }

    internal static GrainReference Create(Type interfaceType, GrainId id, References references)
    {
        var reference = (GrainReference)Create(interfaceType, typeof(GrainReference));
        (reference.GrainId, reference._references) = (id, references);
        return reference;
    }

    /// <summary>The same grain by another of its interfaces.</summary>
    internal GrainReference As(Type interfaceType) => interfaceType.IsInstanceOfType(this) ? this : Create(interfaceType, GrainId, _references);

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId;

    public sealed override bool Equals(object? obj) => Equals(obj as GrainReference);

    public sealed override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => GrainId.ToString();

    internal void Send(Turn turn) => _references.Send(GrainId, turn);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _references.Method(targetMethod!).Send(this, args ?? []);
}
