using System.Net;
using System.Net.Sockets;
using Monitor.Rules;
using Monitor.SampleSites;
using Monitor.SampleSites.Faults;

namespace Monitor.Tests.Probes;

/// <summary>Every class of failure, from a server that really fails so.</summary>
public sealed class FailureClassTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/good", null)]
    [InlineData("/redirect/once", null)]
    [InlineData("/redirect/cookie", null)]
    [InlineData("/compressed/gzip", null)]
    [InlineData("/compressed/br", null)]
    [InlineData("/compressed/deflate", null)]
    [InlineData("/compressed/deflate-raw", null)]
    [InlineData("/encoding/gb18030", null)]
    [InlineData("/waf/403", FailureClass.Blocked)]
    [InlineData("/waf/403-plain", FailureClass.Blocked)]
    [InlineData("/waf/405", FailureClass.Blocked)]
    [InlineData("/waf/412", FailureClass.Blocked)]
    [InlineData("/waf/429", FailureClass.Blocked)]
    [InlineData("/waf/521", FailureClass.Blocked)]
    [InlineData("/waf/503-gbk", FailureClass.Blocked)]
    [InlineData("/waf/captcha-200", FailureClass.Blocked)]
    [InlineData("/waf/521-cloudflare", FailureClass.Http5xx)]
    [InlineData("/status/401", FailureClass.Http4xx)]
    [InlineData("/status/404", FailureClass.Http4xx)]
    [InlineData("/status/410", FailureClass.Http4xx)]
    [InlineData("/status/500", FailureClass.Http5xx)]
    [InlineData("/status/503", FailureClass.Http5xx)]
    [InlineData("/redirect/circle", FailureClass.RedirectLoop)]
    [InlineData("/redirect/chain/9", FailureClass.RedirectLoop)]
    [InlineData("/redirect/chain/5", null)]
    [InlineData("/redirect/chain/6", FailureClass.RedirectLoop)]
    [InlineData("/redirect/meta", null)]
    [InlineData("/redirect/script", null)]
    [InlineData("/redirect/meta-slow", null)]
    [InlineData("/redirect/meta-circle", FailureClass.RedirectLoop)]
    [InlineData("/redirect/meta-away", FailureClass.AddressRefused)]
    [InlineData("/redirect/nowhere", FailureClass.Protocol)]
    [InlineData("/bomb/gzip", FailureClass.TooLarge)]
    [InlineData("/bomb/br", FailureClass.TooLarge)]
    [InlineData("/huge", FailureClass.TooLarge)]
    [InlineData("/compressed/broken", FailureClass.BadEncoding)]
    [InlineData("/compressed/unasked", FailureClass.BadEncoding)]
    [InlineData("/empty", FailureClass.Empty)]
    [InlineData("/no-content", FailureClass.Empty)]
    public async Task A_path_ends_in_its_class(string path, FailureClass? expected)
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Http(rig.Server.Http(path), cancel: Cancel);

        Assert.Equal(expected, seen.Failure?.Class);
        Assert.NotNull(seen.Http);
    }

    [Theory]
    [InlineData("/soft-404", FailureClass.Soft404)]
    [InlineData("/encoding/wrong", FailureClass.BadEncoding)]
    [InlineData("/waf/captcha-200", FailureClass.Blocked)]
    [InlineData("/good", null)]
    public async Task A_page_that_is_read_ends_in_its_class(string path, FailureClass? expected)
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Page(rig.Server.Http(path));

        Assert.Equal(expected, seen.Failure?.Class);
    }

    [Theory]
    [InlineData(SocketFault.Reset, FailureClass.Protocol)]
    [InlineData(SocketFault.ResetMidBody, FailureClass.Protocol)]
    [InlineData(SocketFault.ShortBody, FailureClass.Protocol)]
    [InlineData(SocketFault.HalfHeader, FailureClass.Protocol)]
    [InlineData(SocketFault.BadChunk, FailureClass.Protocol)]
    [InlineData(SocketFault.Silence, FailureClass.Protocol)]
    [InlineData(SocketFault.NotHttp, FailureClass.Protocol)]
    [InlineData(SocketFault.EndlessHeaders, FailureClass.Protocol)]
    [InlineData(SocketFault.OldStyle, null)]
    public async Task A_broken_conversation_ends_in_its_class(SocketFault fault, FailureClass? expected)
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Http(rig.Server.Socket(fault), cancel: Cancel);

        Assert.Equal(expected, seen.Failure?.Class);
    }

    [Fact]
    public async Task A_port_nobody_listens_on_is_a_failed_connection()
    {
        await using var rig = await ProbeRig.Start();
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var seen = await rig.Http($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndPoint!).Port}/", cancel: Cancel);

        Assert.Equal(FailureClass.Connect, seen.Failure?.Class);
        Assert.Null(seen.Http);
    }

    [Theory]
    [InlineData(SocketFault.NotHttp)]
    [InlineData(SocketFault.Silence)]
    [InlineData(SocketFault.Reset)]
    public async Task A_handshake_that_breaks_is_a_failure_of_TLS(SocketFault fault)
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Http(rig.Server.Socket(fault, "https"), cancel: Cancel);

        Assert.Equal(FailureClass.Tls, seen.Failure?.Class);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, FailureClass.DnsNoName)]
    [InlineData(SocketError.NoData, FailureClass.DnsNoName)]
    [InlineData(SocketError.TryAgain, FailureClass.Dns)]
    [InlineData(SocketError.NoRecovery, FailureClass.Dns)]
    public async Task A_name_that_cannot_be_found_says_whether_it_exists(SocketError error, FailureClass expected)
    {
        await using var rig = await ProbeRig.Start(resolve: (_, _) => throw new SocketException((int)error));

        var seen = await rig.Http("http://www.yunling.example/", cancel: Cancel);

        Assert.Equal(expected, seen.Failure?.Class);
    }

    [Fact]
    public async Task A_silent_resolver_is_a_failure_of_DNS_after_its_own_limit()
    {
        var asked = new TaskCompletionSource();
        await using var rig = await ProbeRig.Start(resolve: async (_, cancel) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return [];
        });

        var probe = rig.Http("http://www.yunling.example/", cancel: Cancel);
        await asked.Task;
        rig.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(FailureClass.Dns, (await probe).Failure?.Class);
    }

    [Theory]
    [InlineData("/slow/first-byte")]
    [InlineData("/slow/drip")]
    public async Task Fifteen_seconds_without_the_whole_page_are_a_timeout(string path)
    {
        await using var rig = await ProbeRig.Start();

        var probe = rig.Http(rig.Server.Http(path), cancel: Cancel);
        await rig.Server.Arrived(path);
        rig.Clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(probe.IsCompleted);
        rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        var seen = await probe;

        Assert.Equal(FailureClass.Timeout, seen.Failure?.Class);
        Assert.Equal(TimeSpan.FromSeconds(15), seen.Phases.Total);
    }

    [Theory]
    [InlineData(SampleCertificate.Good, null)]
    [InlineData(SampleCertificate.Expired, FailureClass.CertificateExpired)]
    [InlineData(SampleCertificate.NotYetValid, FailureClass.CertificateInvalid)]
    [InlineData(SampleCertificate.WrongName, FailureClass.CertificateInvalid)]
    [InlineData(SampleCertificate.SelfSigned, FailureClass.CertificateInvalid)]
    public async Task A_bad_certificate_is_recorded_and_the_page_behind_it_seen(SampleCertificate kind, FailureClass? expected)
    {
        await using var rig = await ProbeRig.Start(resolve: ProbeRig.Loopback);

        var seen = await rig.Page(rig.Server.Https(kind));

        Assert.Equal(expected, seen.Failure?.Class);
        Assert.NotNull(seen.Certificate);
        Assert.Equal(expected is null, seen.Certificate.Problem is null);
        Assert.Equal(200, seen.Http?.Status);
        Assert.Contains("云岭市", seen.Page?.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_from_an_authority_nobody_trusts_is_invalid()
    {
        await using var rig = await ProbeRig.Start(o => o.TrustedRootsFile = "", ProbeRig.Loopback);

        var seen = await rig.Http(rig.Server.Https(SampleCertificate.Good), cancel: Cancel);

        Assert.Equal(FailureClass.CertificateInvalid, seen.Failure?.Class);
        Assert.StartsWith("not trusted", seen.Certificate?.Problem, StringComparison.Ordinal);
    }
}
