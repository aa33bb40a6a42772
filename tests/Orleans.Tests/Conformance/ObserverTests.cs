namespace Monitor.Orleans.Tests.Conformance;

public sealed class ObserverTests : IAsyncLifetime
{
    private readonly Listener _listener = new();
    private World _world = null!;

    private IWatchedGrain Grain => _world.Grain<IWatchedGrain>();

    public async ValueTask InitializeAsync() => _world = await World.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Observer_hears_what_is_said_until_it_unsubscribes()
    {
        var reference = Reference(_listener);
        await Grain.Subscribe(reference);
        Assert.Equal(1, await Grain.Say("one"));
        await Grain.Unsubscribe(reference);
        Assert.Equal(0, await Grain.Say("two"));
        Assert.Equal(["one"], _listener.Heard);
    }

    [Fact]
    public async Task Observer_subscribed_twice_is_told_once()
    {
        var reference = Reference(_listener);
        await Grain.Subscribe(reference);
        await Grain.Subscribe(reference);
        Assert.Equal(1, await Grain.Say("one"));
        Assert.Equal(["one"], _listener.Heard);
    }

    [Fact]
    public async Task Observer_that_did_not_renew_is_forgotten()
    {
        await Grain.Subscribe(Reference(_listener));
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, await Grain.Say("in time"));
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await Grain.Say("too late"));
        Assert.Equal(["in time"], _listener.Heard);
    }

    [Fact]
    public async Task Observer_that_renewed_is_kept()
    {
        var reference = Reference(_listener);
        await Grain.Subscribe(reference);
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        await Grain.Subscribe(reference);
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(1, await Grain.Say("one"));
    }

    [Fact]
    public async Task Failing_observer_is_forgotten_and_the_others_are_told()
    {
        var failing = new Listener { Fails = true };
        await Grain.Subscribe(Reference(failing));
        await Grain.Subscribe(Reference(_listener));
        Assert.Equal(1, await Grain.Say("one"));
        Assert.Equal(["one"], _listener.Heard);
    }

    [Fact]
    public async Task Observer_hears_without_being_waited_for()
    {
        await Grain.Subscribe(Reference(_listener));
        await Grain.Mumble("one");
        await Script.InTime(_listener.Overheard, "the observer heard nothing");
        Assert.Equal(["one"], _listener.Heard);
    }

    [Fact]
    public void Only_what_was_made_a_reference_can_be_deleted_as_one()
    {
        var reference = Reference(_listener);
        _world.Host.Grains.DeleteObjectReference<IListener>(reference);
        Assert.Throws<ArgumentException>(() => _world.Host.Grains.DeleteObjectReference<IListener>(reference));
        Assert.Throws<ArgumentException>(() => _world.Host.Grains.DeleteObjectReference<IListener>(_listener));
    }

    private IListener Reference(Listener listener) => _world.Host.Grains.CreateObjectReference<IListener>(listener);

    private sealed class Listener : IListener
    {
        private readonly TaskCompletionSource _overheard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Heard { get; } = [];

        public bool Fails { get; init; }

        public Task Overheard => _overheard.Task;

        public Task Hear(string what)
        {
            if (Fails)
            {
                throw new InvalidOperationException("I hear nothing.");
            }

            Heard.Add(what);
            return Task.CompletedTask;
        }

        public void Overhear(string what)
        {
            Heard.Add(what);
            _overheard.TrySetResult();
        }
    }
}
