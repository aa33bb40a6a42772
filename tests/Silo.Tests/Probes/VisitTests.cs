using System.Net;
using Monitor.Rules;
using Monitor.SampleSites;

namespace Monitor.Tests.Probes;

/// <summary>What a visit measures, sends and remembers.</summary>
public sealed class VisitTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_phase_of_an_https_visit_is_timed()
    {
        await using var rig = await ProbeRig.Start(resolve: ProbeRig.Loopback);

        var phases = (await rig.Http(rig.Server.Https(SampleCertificate.Good), cancel: Cancel)).Phases;

        Assert.NotNull(phases.Dns);
        Assert.NotNull(phases.Connect);
        Assert.NotNull(phases.Tls);
        Assert.NotNull(phases.FirstByte);
        Assert.NotNull(phases.Body);
    }

    [Fact]
    public async Task What_did_not_happen_is_not_timed()
    {
        await using var rig = await ProbeRig.Start();

        var phases = (await rig.Http(rig.Server.Http("/good"), cancel: Cancel)).Phases;

        Assert.Null(phases.Dns);
        Assert.Null(phases.Tls);
    }

    [Fact]
    public async Task A_visit_names_its_end_and_its_redirects()
    {
        await using var rig = await ProbeRig.Start();

        var http = (await rig.Http(rig.Server.Http("/redirect/chain/3"), cancel: Cancel)).Http!;

        Assert.Equal((200, 3, rig.Server.Http("/good"), "127.0.0.1"), (http.Status, http.Redirects, http.FinalUrl, http.Address));
    }

    [Theory]
    [InlineData("/redirect/meta")]
    [InlineData("/redirect/script")]
    public async Task A_page_that_only_leads_on_is_followed(string path)
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Page(rig.Server.Http(path));

        Assert.Equal((1, rig.Server.Http("/good")), (seen.Http!.Redirects, seen.Http.FinalUrl));
        Assert.Equal("云岭市人民政府", seen.Page?.Title);
    }

    [Fact]
    public async Task Both_kinds_hash_the_same_body_alike_whatever_its_compression()
    {
        await using var rig = await ProbeRig.Start();

        var plain = await rig.Page(rig.Server.Http("/good"));
        var squeezed = await rig.Http(rig.Server.Http("/compressed/br"), plain.Http, Cancel);
        var large = await rig.Page(rig.Server.Http("/large"));
        var largeAgain = await rig.Http(rig.Server.Http("/large"), large.Http, Cancel);

        Assert.Equal(64, plain.Http!.BodyHash!.Length);
        Assert.Equal(plain.Http, squeezed.Http! with { FinalUrl = plain.Http.FinalUrl });
        Assert.True(squeezed.Unchanged);
        Assert.True(large.Http!.Bytes > 200_000);
        Assert.Equal(large.Http.BodyHash, largeAgain.Http!.BodyHash);
        Assert.True(largeAgain.Unchanged);
    }

    [Fact]
    public async Task A_body_nobody_compares_is_not_hashed_and_not_called_unchanged()
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Http(rig.Server.Http("/large"), cancel: Cancel);

        Assert.Null(seen.Http!.BodyHash);
        Assert.True(seen.Http.Bytes > 200_000);
        Assert.False(seen.Unchanged);
    }

    [Fact]
    public async Task A_page_read_before_is_asked_for_by_its_tag_and_not_read_again()
    {
        await using var rig = await ProbeRig.Start();
        var first = await rig.Page(rig.Server.Http("/conditional"));

        var second = await rig.Page(rig.Server.Http("/conditional"), first.Http);

        Assert.NotNull(first.Page);
        Assert.True(second.Unchanged);
        Assert.Null(second.Page);
        Assert.Null(second.Failure);
        Assert.Equal(304, second.Http!.Status);
        Assert.Equal(first.Http!.BodyHash, second.Http.BodyHash);
        Assert.Equal("\"v1\"", rig.Server.Requests.Last().Headers["If-None-Match"]);
    }

    [Fact]
    public async Task An_unchanged_body_without_a_tag_is_known_by_its_hash()
    {
        await using var rig = await ProbeRig.Start();
        var first = await rig.Page(rig.Server.Http("/good"));

        var second = await rig.Page(rig.Server.Http("/good"), first.Http);

        Assert.True(second.Unchanged);
        Assert.Null(second.Page);
    }

    [Fact]
    public async Task A_changed_body_is_read_again()
    {
        await using var rig = await ProbeRig.Start();
        var first = await rig.Page(rig.Server.Http("/changing"));

        var second = await rig.Page(rig.Server.Http("/changing"), first.Http);

        Assert.False(second.Unchanged);
        Assert.NotNull(second.Page);
    }

    [Fact]
    public async Task A_304_nobody_asked_for_is_no_answer()
    {
        await using var rig = await ProbeRig.Start();

        var seen = await rig.Http(rig.Server.Http("/status/304"), cancel: Cancel);

        Assert.Equal(FailureClass.Protocol, seen.Failure?.Class);
    }

    [Fact]
    public async Task We_say_who_we_are_and_what_we_take()
    {
        await using var rig = await ProbeRig.Start(o => o.UserAgent = "YunlingMonitor/2.0 (+duty@yunling.example)");

        await rig.Http(rig.Server.Http("/good"), cancel: Cancel);

        var headers = rig.Server.Requests.Single().Headers;
        Assert.Equal("YunlingMonitor/2.0 (+duty@yunling.example)", headers["User-Agent"]);
        Assert.Equal("gzip, deflate, br", headers["Accept-Encoding"]);
        Assert.Equal(new Uri(rig.Server.Http("/")).Authority, headers["Host"]);
        Assert.DoesNotContain("traceparent", headers.Keys);
    }

    [Fact]
    public async Task Words_that_must_stand_on_the_page_are_looked_for()
    {
        await using var rig = await ProbeRig.Start();

        var page = (await rig.Page(rig.Server.Http("/encoding/lying-header"), null, "云岭市", "预约挂号")).Page!;

        Assert.Equal(["预约挂号"], page.MissingKeywords);
    }

    [Fact]
    public async Task The_first_address_that_does_not_answer_gives_way_to_the_next()
    {
        await using var rig = await ProbeRig.Start(
            o => o.AllowedNetworks.Add("::1/128"),
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.IPv6Loopback, IPAddress.Loopback]));

        var seen = await rig.Http(rig.Server.Http("/good", "www.yunling.example"), cancel: Cancel);

        Assert.Null(seen.Failure);
        Assert.Equal("127.0.0.1", seen.Http?.Address);
    }

    [Fact]
    public async Task Shutdown_ends_a_probe_and_blames_nobody()
    {
        await using var rig = await ProbeRig.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var probe = rig.Http(rig.Server.Http("/slow/first-byte"), cancel: stop.Token);
        await rig.Server.Arrived("/slow/first-byte");
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
    }
}
