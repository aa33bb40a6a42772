using Monitor.Rules;

namespace Monitor.Silo.Probes.Egress;

/// <summary>How well this node sees out.</summary>
/// <param name="Sighted">False while what it reports must not be held against targets.</param>
/// <param name="Since">When that began.</param>
/// <param name="Facts">What it was judged by.</param>
/// <param name="Reason">The branch of the rule that decided, as a stable name.</param>
internal sealed record Sight(bool Sighted, DateTimeOffset Since, BlindnessFacts Facts, string Reason);

/// <summary>Doubts ourselves first: gathers what this node saw of its targets and of the reference hosts, and lets the rule judge whether it is blind.</summary>
internal sealed partial class EgressWatch
{
    private readonly Lock _lock = new();
    private readonly SightWindow _window;
    private readonly TimeProvider _clock;
    private readonly ILogger<EgressWatch> _log;
    private (int Asked, int Answered) _references;

    public EgressWatch(ProbeOptions options, TimeProvider clock, ILogger<EgressWatch> log)
    {
        (_clock, _log) = (clock, log);
        _window = new(options.SightWindow, clock);
        Current = new(true, clock.GetUtcNow(), new(0, 0, 0, 0), "Start");
    }

    /// <summary>Told after every change of sight, on the thread that caused it; must not wait.</summary>
    public event Action<Sight>? Changed;

    /// <summary>How it stands now.</summary>
    public Sight Current { get; private set; }

    /// <summary>Takes in how a probe went. True when it may be held against the target.</summary>
    public bool Note(string target, Failure? failure)
    {
        Sight? turned;
        bool sighted;
        lock (_lock)
        {
            // An address we never asked says nothing about our sight.
            if (failure?.Class != FailureClass.AddressRefused)
            {
                _window.Note(target, SightWindow.IsLost(failure));
            }

            (turned, sighted) = (Judge(), Current.Sighted);
        }

        Tell(turned);
        return sighted;
    }

    /// <summary>Takes in a round of the reference hosts.</summary>
    public void NoteReferences(int asked, int answered)
    {
        Sight? turned;
        lock (_lock)
        {
            _references = (asked, answered);
            _window.Expire();
            turned = Judge();
        }

        Tell(turned);
    }

    private Sight? Judge()
    {
        var facts = new BlindnessFacts(_window.Lost, _window.Seen, _references.Asked, _references.Answered);
        var verdict = Blindness.Judge(facts, BlindnessSettings.Default, wasBlind: !Current.Sighted);
        if (verdict.Blind != Current.Sighted)
        {
            return null;
        }

        return Current = new(!verdict.Blind, _clock.GetUtcNow(), facts, verdict.Reason);
    }

    private void Tell(Sight? turned)
    {
        if (turned is null)
        {
            return;
        }

        if (turned.Sighted)
        {
            LogSighted(_log, turned.Reason);
        }
        else
        {
            LogBlind(_log, turned.Reason, turned.Facts.FailedTargets, turned.Facts.SeenTargets, turned.Facts.ReferencesAnswered, turned.Facts.ReferencesAsked);
        }

        Changed?.Invoke(turned);
    }
}
