using Monitor.Rules;

namespace Monitor.Silo.Probes.Egress;

/// <summary>How many targets were looked at of late and how many of them could not be reached at all, each counted once, by its last look.</summary>
internal sealed class SightWindow(TimeSpan span, TimeProvider clock)
{
    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long Stamp, bool Lost)> _targets = new(StringComparer.Ordinal);
    private readonly Queue<(string Target, long Stamp)> _looks = new();
    private int _lost;

    public int Seen => _targets.Count;

    public int Lost => _lost;

    public void Note(string target, bool lost)
    {
        var now = clock.GetTimestamp();
        Expire(now);
        if (_targets.TryGetValue(target, out var last) && last.Lost == lost && clock.GetElapsedTime(last.Stamp, now) < SameMoment)
        {
            // The same again at once tells nothing new, and would make the list as long as the traffic is heavy.
            return;
        }

        Forget(target);
        _targets[target] = (now, lost);
        _lost += lost ? 1 : 0;
        _looks.Enqueue((target, now));
    }

    /// <summary>True when nothing came through, so that the fault may be ours. An answer of any kind, and above all a refusal, proves that we can see.</summary>
    public static bool IsLost(Failure? failure) => failure?.Class is
        FailureClass.Dns or FailureClass.DnsNoName or FailureClass.Connect or FailureClass.Tls or FailureClass.Timeout
        or FailureClass.Protocol or FailureClass.CertificateInvalid;

    public void Expire() => Expire(clock.GetTimestamp());

    private void Expire(long now)
    {
        while (_looks.TryPeek(out var look) && clock.GetElapsedTime(look.Stamp, now) > span)
        {
            _looks.Dequeue();
            if (_targets.TryGetValue(look.Target, out var last) && last.Stamp == look.Stamp)
            {
                Forget(look.Target);
            }
        }
    }

    private void Forget(string target)
    {
        if (_targets.Remove(target, out var last) && last.Lost)
        {
            _lost--;
        }
    }
}
