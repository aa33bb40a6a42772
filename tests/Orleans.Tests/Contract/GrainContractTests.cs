using System.Reflection;
using Monitor.Grains;
using Monitor.Rules;

namespace Monitor.Orleans.Tests.Contract;

public sealed class GrainContractTests
{
    private static readonly Assembly[] Ours = [typeof(ISiteGrain).Assembly, typeof(Finding).Assembly];

    [Fact]
    public void Grains_keep_to_what_Orleans_asks()
    {
        var contract = new GrainContract();
        Type[] interfaces = [.. Ours.SelectMany(GrainContract.InterfacesIn)];
        Type[] grains = [.. Ours.SelectMany(GrainContract.GrainsIn)];
        Array.ForEach(interfaces, contract.CheckInterface);
        Array.ForEach(grains, contract.CheckGrain);

        // A check that looked at nothing would be content with anything.
        Assert.NotEmpty(interfaces);
        Assert.NotEmpty(grains);
        Assert.Empty(contract.Faults);
    }

    [Fact]
    public void Grains_of_this_suite_keep_to_it_as_well()
    {
        var contract = new GrainContract();
        foreach (var type in typeof(ITurnGrain).Assembly.GetTypes().Where(t => t.Namespace == typeof(ITurnGrain).Namespace))
        {
            if (type.IsInterface)
            {
                contract.CheckInterface(type);
            }
            else if (type.IsAssignableTo(typeof(Grain)))
            {
                contract.CheckGrain(type);
            }
        }

        Assert.Empty(contract.Faults);
    }
}
