namespace Monitor.Orleans.Tests.Grains;

/// <summary>A grain whose turns the test holds at gates.</summary>
[Alias("tests.ITurnGrain")]
public interface ITurnGrain : IGrainWithStringKey
{
    /// <summary>Says "gate begins", waits at the gate, says "gate ends".</summary>
    [Alias("Hold")]
    Task Hold(string gate);

    [Alias("HoldReading"), ReadOnly]
    Task HoldReading(string gate);

    [Alias("HoldInterleaved"), AlwaysInterleave]
    Task HoldInterleaved(string gate);

    [Alias("Now"), AlwaysInterleave]
    ValueTask<string> Now();

    /// <summary>Works in several parts and says "overlap" if another part ran at the same moment.</summary>
    [Alias("Work"), AlwaysInterleave]
    Task Work();

    [Alias("Tell"), OneWay]
    Task Tell(string gate);

    /// <summary>Like Hold, but callers wait a second only.</summary>
    [Alias("HoldImpatiently"), ResponseTimeout("00:00:01")]
    Task HoldImpatiently(string gate);
}

internal sealed class TurnGrain(Script script) : Grain, ITurnGrain
{
    private int _inside;
    private string _now = "nothing";

    public async Task Hold(string gate)
    {
        _now = gate;
        script.Say($"{gate} begins");
        await script.At(gate);
        script.Say($"{gate} ends");
    }

    public Task HoldReading(string gate) => Hold(gate);

    public Task HoldInterleaved(string gate) => Hold(gate);

    public ValueTask<string> Now() => new(_now);

    public async Task Work()
    {
        for (var part = 0; part < 20; part++)
        {
            if (Interlocked.Increment(ref _inside) != 1)
            {
                script.Say("overlap");
            }

            Thread.SpinWait(200);
            Interlocked.Decrement(ref _inside);

            // The pool's thread is another one, and the rest must come back to the grain all the same.
            await Task.Run(() => Thread.SpinWait(10));
        }
    }

    public Task Tell(string gate) => Hold(gate);

    public Task HoldImpatiently(string gate) => Hold(gate);
}
