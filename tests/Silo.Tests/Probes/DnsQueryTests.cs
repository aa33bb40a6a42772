using System.Net;
using System.Net.Sockets;
using Monitor.Silo.Probes.Visits;

namespace Monitor.Tests.Probes;

/// <summary>The stub resolver against a name server that lives on loopback and answers byte for byte what the test says.</summary>
public sealed class DnsQueryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_families_come_back_and_aliases_are_stepped_over()
    {
        using var server = new NameServer(question => question[^3] == 1
            ? NameServer.Answer(question, 0, [(5, [1, (byte)'x', 0]), (1, [223, 5, 5, 5])])
            : NameServer.Answer(question, 0, [(28, IPAddress.Parse("2400:3200::1").GetAddressBytes())]));

        var found = await new DnsQuery(server.At, TimeProvider.System).Find("www.yunling.gov.cn", Cancel);

        Assert.Equal(["223.5.5.5", "2400:3200::1"], found.Select(a => a.ToString()));
    }

    [Theory]
    [InlineData(3, SocketError.HostNotFound)]
    [InlineData(2, SocketError.TryAgain)]
    [InlineData(5, SocketError.TryAgain)]
    public async Task What_the_server_says_is_told_apart(int code, SocketError expected)
    {
        using var server = new NameServer(question => NameServer.Answer(question, (byte)code, []));

        var thrown = await Assert.ThrowsAsync<SocketException>(() => new DnsQuery(server.At, TimeProvider.System).Find("www.yunling.gov.cn", Cancel));

        Assert.Equal(expected, thrown.SocketErrorCode);
    }

    [Fact]
    public async Task Answers_to_other_questions_are_passed_over()
    {
        using var server = new NameServer(question =>
        {
            var forged = NameServer.Answer(question, 0, [(1, [127, 0, 0, 1])]);
            forged[0] ^= 0xFF;
            return [.. forged];
        }, question => NameServer.Answer(question, 0, [((ushort)question[^3], question[^3] == 1 ? [223, 5, 5, 5] : new byte[16])]));

        var found = await new DnsQuery(server.At, TimeProvider.System).Find("www.yunling.gov.cn", Cancel);

        Assert.Equal("223.5.5.5", found[0].ToString());
    }

    [Fact]
    public async Task A_question_that_got_lost_is_asked_again()
    {
        var clock = new HandClock();
        var asked = 0;
        var lost = new TaskCompletionSource();
        using var server = new NameServer(question =>
        {
            if (Interlocked.Increment(ref asked) == 2)
            {
                lost.SetResult();
            }

            // The first two, one per family, are answered with noise.
            return asked <= 2 ? [0] : NameServer.Answer(question, 0, [(1, [223, 5, 5, 5])]);
        });

        var find = new DnsQuery(server.At, clock).Find("www.yunling.gov.cn", Cancel);
        await lost.Task.WaitAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("223.5.5.5", Assert.Single(await find).ToString());
    }

    [Fact]
    public async Task An_answer_cut_off_in_the_middle_is_a_failing_server()
    {
        using var server = new NameServer(question => NameServer.Answer(question, 0, [(1, [223, 5, 5, 5])])[..^3]);

        await Assert.ThrowsAsync<SocketException>(() => new DnsQuery(server.At, TimeProvider.System).Find("www.yunling.gov.cn", Cancel));
    }
}
