namespace Monitor.Orleans.Tests.Grains;

/// <summary>A grain that says when it comes and goes.</summary>
[Alias("tests.ILifeGrain")]
public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>Answers how many times this key was activated.</summary>
    [Alias("Lives")]
    Task<int> Lives();

    [Alias("Leave")]
    Task Leave();

    [Alias("StayFor")]
    Task StayFor(TimeSpan span);

    [Alias("Hold")]
    Task Hold(string gate);
}

/// <summary>Nothing but that.</summary>
[Alias("tests.IMortalGrain")]
public interface IMortalGrain : ILifeGrain;

/// <summary>The same, but never collected.</summary>
[Alias("tests.IFaithfulGrain")]
public interface IFaithfulGrain : ILifeGrain;

/// <summary>The same, but it goes only through a gate named after it.</summary>
[Alias("tests.ISlowToLeaveGrain")]
public interface ISlowToLeaveGrain : ILifeGrain;

/// <summary>The same, but its first two activations fail.</summary>
[Alias("tests.IFragileGrain")]
public interface IFragileGrain : ILifeGrain;

internal abstract class LifeGrainBase(Script script) : Grain, ILifeGrain
{
    protected string Key => this.GetPrimaryKeyString();

    protected Script Script => script;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        script.Say($"{Key} comes");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        script.Say($"{Key} goes: {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> Lives() => Task.FromResult(script.Times($"{Key} comes"));

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task StayFor(TimeSpan span)
    {
        DelayDeactivation(span);
        return Task.CompletedTask;
    }

    public async Task Hold(string gate)
    {
        script.Say($"{gate} begins");
        await script.At(gate);
        script.Say($"{gate} ends");
    }
}

internal sealed class MortalGrain(Script script) : LifeGrainBase(script), IMortalGrain;

[CollectionAgeLimit(AlwaysActive = true)]
internal sealed class FaithfulGrain(Script script) : LifeGrainBase(script), IFaithfulGrain, IDisposable
{
    public void Dispose() => Script.Say("faithful disposed");
}

internal sealed class SlowToLeaveGrain(Script script) : LifeGrainBase(script), ISlowToLeaveGrain
{
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Script.Say($"{Key} wants to go");
        await Script.At(Key);
        await base.OnDeactivateAsync(reason, cancellationToken);
    }
}

internal sealed class FragileGrain(Script script) : LifeGrainBase(script), IFragileGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        await Task.Yield();
        if (Script.Times($"{Key} comes") <= 2)
        {
            throw new InvalidOperationException("not yet");
        }
    }
}
