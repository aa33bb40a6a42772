using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>A stretch of a probe that is timed by itself. The names are those of <see cref="Phases"/>.</summary>
internal enum Phase
{
    Dns,
    Connect,
    Tls,
    FirstByte,
    Body,
}

/// <summary>One probe's stopwatch. It stands still while the probe waits for us, so that our own queues are never the target's time.</summary>
internal sealed class Trace(TimeProvider clock)
{
    private readonly TimeSpan?[] _spent = new TimeSpan?[5];
    private TimeSpan _before;
    private long _runningSince = clock.GetTimestamp();
    private long _phaseSince;
    private Phase? _phase;
    private bool _paused;

    /// <summary>Time the target has taken so far.</summary>
    public TimeSpan Total => _paused ? _before : _before + clock.GetElapsedTime(_runningSince);

    /// <summary>What the probe is, or was last, busy with; for people to read.</summary>
    public string Doing => _phase switch
    {
        Phase.Dns => "looking up the name",
        Phase.Connect => "connecting",
        Phase.Tls => "in the TLS handshake",
        Phase.FirstByte => "waiting for the answer",
        Phase.Body => "reading the body",
        _ => "before the first step",
    };

    /// <summary>Ends the phase before and starts this one. A phase entered again, at a redirect, adds up.</summary>
    public void Enter(Phase phase)
    {
        Leave();
        _phase = phase;
        _phaseSince = clock.GetTimestamp();
    }

    public void Leave()
    {
        if (_phase is { } phase && _phaseSince != 0)
        {
            _spent[(int)phase] = _spent[(int)phase].GetValueOrDefault() + clock.GetElapsedTime(_phaseSince);
            _phaseSince = 0;
        }
    }

    public void Pause()
    {
        Leave();
        _before = Total;
        _paused = true;
    }

    public void Resume()
    {
        _runningSince = clock.GetTimestamp();
        _paused = false;
    }

    public Phases Read()
    {
        Leave();
        return new(Of(Phase.Dns), Of(Phase.Connect), Of(Phase.Tls), Of(Phase.FirstByte), Of(Phase.Body), Total);
    }

    private TimeSpan? Of(Phase phase) => _spent[(int)phase];
}
