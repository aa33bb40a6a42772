namespace Monitor.Orleans.Tests.Contract;

public sealed class GrainContractIsStrict
{
    [Theory]
    [InlineData(typeof(BadSamples.IReturnsInt), "IReturnsInt.Count returns neither Task nor ValueTask.")]
    [InlineData(typeof(BadSamples.IHasNoAlias), "IHasNoAlias has 0 [Alias] and must have one.")]
    [InlineData(typeof(BadSamples.ITakesList), "ITakesList.Take(names) holds a List`1")]
    [InlineData(typeof(BadSamples.ITakesArray), "ITakesArray.Take(bodies) holds a Byte[]")]
    [InlineData(typeof(BadSamples.IOverloads), "IOverloads has two methods called 'Take' on the wire.")]
    public void Bad_interface_is_found(Type type, string fault)
    {
        var contract = new GrainContract();
        contract.CheckInterface(type);
        Assert.StartsWith(fault, Assert.Single(contract.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(BadSamples.NotARecord), "the sample holds a NotARecord")]
    [InlineData(typeof(BadSamples.NoAlias), "NoAlias has 0 [Alias]")]
    [InlineData(typeof(BadSamples.NoSerializer), "NoSerializer lacks [GenerateSerializer].")]
    [InlineData(typeof(BadSamples.NotMarkedImmutable), "NotMarkedImmutable lacks [Immutable].")]
    [InlineData(typeof(BadSamples.NoId), "NoId.Count has no [Id].")]
    [InlineData(typeof(BadSamples.SameId), "SameId.Other has the [Id] of another member.")]
    [InlineData(typeof(BadSamples.Settable), "Settable.Count can be changed.")]
    [InlineData(typeof(BadSamples.OpenField), "OpenField.Count can be changed.")]
    [InlineData(typeof(BadSamples.Unsealed), "Unsealed is neither sealed nor a closed union.")]
    [InlineData(typeof(BadSamples.OpenUnion), "OpenUnion is abstract and others can derive from it.")]
    [InlineData(typeof(BadSamples.UnionWithBadCase), "Case.Text has no [Id].")]
    [InlineData(typeof(BadSamples.Deep), "NoId.Count has no [Id].")]
    [InlineData(typeof(BadSamples.Twin), "OtherTwin and Twin share the alias 'bad.twin'.")]
    public void Bad_wire_type_is_found(Type type, string fault)
    {
        var wire = new WireTypes();
        wire.Check(type, "the sample");
        Assert.Contains(wire.Faults, f => f.StartsWith(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(BadSamples.CountingGrain), "CountingGrain has the mutable static Count.")]
    [InlineData(typeof(BadSamples.CachingGrain), "CachingGrain has the mutable static Cache.")]
    public void Mutable_static_is_found(Type type, string fault)
    {
        var contract = new GrainContract();
        contract.CheckGrain(type);
        Assert.Equal(fault, Assert.Single(contract.Faults));
    }
}
