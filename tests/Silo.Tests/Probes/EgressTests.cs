using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Monitor.Rules;
using Monitor.SampleSites;
using Monitor.Silo.Probes;
using Monitor.Silo.Probes.Egress;

namespace Monitor.Tests.Probes;

public sealed class EgressTests
{
    private static readonly Failure Lost = new(FailureClass.Connect, "");
    private static readonly Failure Blocked = new(FailureClass.Blocked, "");

    private readonly HandClock _clock = new();
    private readonly EgressWatch _watch;
    private readonly List<Sight> _told = [];

    public EgressTests()
    {
        _watch = new(new ProbeOptions(), _clock, NullLogger<EgressWatch>.Instance);
        _watch.Changed += _told.Add;
    }

    [Fact]
    public void When_half_of_the_targets_are_lost_together_we_are_blind_and_say_so_once()
    {
        Note(0, 20, null);

        Note(0, 20, Lost);

        Assert.False(_watch.Current.Sighted);
        Assert.Equal("TooManyFailTogether", Assert.Single(_told).Reason);
    }

    [Fact]
    public void A_probe_that_fails_while_we_are_blind_is_not_held_against_its_target()
    {
        Note(0, 20, Lost);

        Assert.False(_watch.Note("next", Lost));
    }

    [Fact]
    public void To_be_refused_by_everybody_is_not_blindness()
    {
        Note(0, 40, Blocked);

        Assert.True(_watch.Current.Sighted);
    }

    [Fact]
    public void Sight_comes_back_when_targets_answer_again()
    {
        Note(0, 20, Lost);

        Note(0, 20, null);

        Assert.Equal([false, true], _told.Select(s => s.Sighted));
    }

    [Fact]
    public void What_was_seen_long_ago_does_not_count()
    {
        Note(0, 19, Lost);
        _clock.Advance(TimeSpan.FromSeconds(61));

        Note(100, 1, Lost);

        Assert.True(_watch.Current.Sighted);
    }

    [Fact]
    public void A_target_counts_once_by_its_last_look()
    {
        var window = new SightWindow(TimeSpan.FromSeconds(60), _clock);

        window.Note("a", lost: true);
        window.Note("a", lost: true);
        window.Note("b", lost: true);
        window.Note("b", lost: false);

        Assert.Equal((2, 1), (window.Seen, window.Lost));
    }

    [Fact]
    public void An_address_we_refused_to_ask_says_nothing()
    {
        Note(0, 40, new(FailureClass.AddressRefused, ""));

        Assert.Equal(0, _watch.Current.Facts.SeenTargets);
        Assert.True(_watch.Current.Sighted);
    }

    [Fact]
    public void When_no_reference_host_answers_we_are_blind_whatever_the_targets_say()
    {
        _watch.NoteReferences(3, 0);
        Assert.False(_watch.Current.Sighted);

        _watch.NoteReferences(3, 1);
        Assert.True(_watch.Current.Sighted);
    }

    [Fact]
    public void While_reference_hosts_answer_many_failures_are_the_targets_own()
    {
        _watch.NoteReferences(3, 3);

        Note(0, 40, Lost);

        Assert.True(_watch.Current.Sighted);
    }

    [Fact]
    public async Task Reference_hosts_are_asked_by_connection_or_by_HEAD()
    {
        await using var server = await SampleServer.Start();
        using var closed = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        closed.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var options = new ProbeOptions();
        options.ReferenceHosts.Add(new Uri(server.Http("/")).Authority);
        options.ReferenceHosts.Add(server.Http("/status/503"));
        options.ReferenceHosts.Add($"127.0.0.1:{((IPEndPoint)closed.LocalEndPoint!).Port}");
        using var rounds = new ReferenceRounds(options, _watch, TimeProvider.System);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());

        Assert.Equal((3, 2), await rounds.Ask(http, TestContext.Current.CancellationToken));
        Assert.Equal("HEAD", Assert.Single(server.Requests).Method);
    }

    private void Note(int from, int count, Failure? failure)
    {
        foreach (var i in Enumerable.Range(from, count))
        {
            _watch.Note($"target {i}", failure);
        }
    }
}
