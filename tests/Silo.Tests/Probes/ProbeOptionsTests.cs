using Microsoft.Extensions.Configuration;
using Monitor.Silo.Probes;

namespace Monitor.Tests.Probes;

public sealed class ProbeOptionsTests
{
    [Fact]
    public void The_defaults_have_no_fault() => Assert.Empty(new ProbeOptions().Faults());

    [Theory]
    [InlineData("Total", "00:02:00")]
    [InlineData("Lookup", "00:00:15")]
    [InlineData("Lookup", "00:00:00.5")]
    [InlineData("ConnectTry", "00:00:20")]
    [InlineData("ReferenceEvery", "00:00:01")]
    [InlineData("SightWindow", "00:00:01")]
    [InlineData("MaxBodyBytes", "100")]
    [InlineData("MaxRedirects", "-1")]
    [InlineData("MaxConcurrent", "0")]
    [InlineData("PerHost", "0")]
    [InlineData("MetricTargets", "-5")]
    [InlineData("UserAgent", "监测\n")]
    [InlineData("Resolver", "dns.example")]
    [InlineData("TrustedRootsFile", "/nowhere/roots.pem")]
    [InlineData("AllowedNetworks:0", "10.0.0.0/33")]
    [InlineData("AllowedNetworks:0", "intranet")]
    [InlineData("AllowedPorts:0", "70000")]
    [InlineData("ReferenceHosts:0", "223.5.5.5")]
    [InlineData("ReferenceHosts:0", "ftp://223.5.5.5/")]
    public void A_fault_names_key_and_value(string key, string value)
    {
        var fault = Bind((key, value)).Faults().First();

        Assert.Contains($"Probes:{key} = '", fault, StringComparison.Ordinal);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(3, Bind(("PerHost", "0"), ("Resolver", "x"), ("AllowedNetworks:1", "y")).Faults().Count());

    [Theory]
    [InlineData("Resolver", "223.5.5.5")]
    [InlineData("Resolver", "[2400:3200::1]:53")]
    [InlineData("AllowedNetworks:0", "fd00::/8")]
    [InlineData("ReferenceHosts:0", "223.5.5.5:53")]
    [InlineData("ReferenceHosts:0", "https://www.gov.cn/")]
    public void What_can_be_used_is_no_fault(string key, string value) => Assert.Empty(Bind((key, value)).Faults());

    private static ProbeOptions Bind(params (string Key, string Value)[] settings)
    {
        var options = new ProbeOptions();
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"{ProbeOptions.Section}:{s.Key}", (string?)s.Value)))
            .Build().GetSection(ProbeOptions.Section).Bind(options);
        return options;
    }
}
