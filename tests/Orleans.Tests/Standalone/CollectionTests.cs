namespace Monitor.Orleans.Tests.Standalone;

/// <summary>Idle collection by the clock. Orleans collects by the true time, so these run in this edition only.</summary>
public sealed class CollectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private World _world = null!;

    private Script Script => _world.Script;

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Grain_is_collected_when_it_was_idle_for_a_quarter_of_an_hour_and_not_before()
    {
        await _world.Grain<IMortalGrain>("early").Lives();
        _world.Clock.Advance(Minute * 10);
        await _world.Grain<IMortalGrain>("late").Lives();
        _world.Clock.Advance(Minute * 6);
        await Script.Said("early goes: ActivationIdle");
        Assert.Equal(1, await _world.Grain<IMortalGrain>("late").Lives());
    }

    [Fact]
    public async Task Class_may_set_its_own_age()
    {
        await _world.Grain<IBriefGrain>("brief").Lives();
        await _world.Grain<IMortalGrain>("mortal").Lives();
        _world.Clock.Advance(Minute * 4);
        await Script.Said("brief goes: ActivationIdle");
        Assert.Equal(1, await _world.Grain<IMortalGrain>("mortal").Lives());
    }

    [Fact]
    public async Task Ticks_do_not_keep_a_grain_unless_its_timer_says_so()
    {
        await _world.Grain<ITickingGrain>("kept").Tick(keepAlive: true);
        await _world.Grain<ITickingGrain>("let go").Tick(keepAlive: false);
        for (var minute = 0; minute < 20; minute++)
        {
            _world.Clock.Advance(Minute);
            await Script.Said("kept ticks", minute + 1);
        }

        await Script.Said("let go goes");
        Assert.DoesNotContain("kept goes", Script.Lines);
    }
}

/// <summary>Collected after three minutes.</summary>
[Alias("tests.IBriefGrain")]
public interface IBriefGrain : ILifeGrain;

[CollectionAgeLimit(Minutes = 3)]
internal sealed class BriefGrain(Script script) : LifeGrainBase(script), IBriefGrain;

/// <summary>Ticks every minute.</summary>
[Alias("tests.ITickingGrain")]
public interface ITickingGrain : IGrainWithStringKey
{
    [Alias("Tick")]
    Task Tick(bool keepAlive);
}

internal sealed class TickingGrain(Script script) : Grain, ITickingGrain
{
    public Task Tick(bool keepAlive)
    {
        var options = new GrainTimerCreationOptions(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)) { KeepAlive = keepAlive };
        this.RegisterGrainTimer(
            () =>
            {
                script.Say($"{this.GetPrimaryKeyString()} ticks");
                return Task.CompletedTask;
            },
            options);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        script.Say($"{this.GetPrimaryKeyString()} goes");
        return Task.CompletedTask;
    }
}
