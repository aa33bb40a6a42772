namespace Orleans.Standalone;

/// <summary>Calls an observer, one call at a time.</summary>
internal sealed class ObserverQueue : TurnQueue
{
    public ObserverQueue(IGrainObserver observer) => (Target, IsOpen) = (observer, true);

    protected override object Target { get; }

    public override string ToString() => $"Observer {Target}";

    public void Take(Turn turn)
    {
        lock (Gate)
        {
            Add(turn);
        }
    }
}
