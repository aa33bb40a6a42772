using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Orleans.Tests.Grains;

/// <summary>A grain that answers, fails, waits and calls others.</summary>
[Alias("tests.ICallGrain")]
public interface ICallGrain : IGrainWithStringKey
{
    [Alias("Echo")]
    Task<Word?> Echo(Word? word);

    [Alias("Fail")]
    Task<Word> Fail(string message);

    [Alias("FailAtOnce")]
    Task FailAtOnce(string message);

    /// <summary>Makes another grain fail, and so fails.</summary>
    [Alias("FailThrough")]
    Task FailThrough(string other, string message);

    [Alias("Myself")]
    Task<ICallGrain> Myself();

    [Alias("AskSelf")]
    ValueTask<string> Greeting();

    /// <summary>Says "name waits" and waits until the token is cancelled, then says "name heard".</summary>
    [Alias("WaitForCancellation")]
    Task WaitForCancellation(string name, CancellationToken cancellationToken);
}

/// <summary>Something to pass through a call.</summary>
[GenerateSerializer, Immutable, Alias("tests.word")]
public sealed record Word([property: Id(0)] string Text);

internal sealed class CallGrain(Script script, [FromKeyedServices("greeting")] string greeting) : Grain, ICallGrain
{
    public Task<Word?> Echo(Word? word) => Task.FromResult(word);

    public async Task<Word> Fail(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task FailAtOnce(string message) => throw new InvalidOperationException(message);

    public async Task FailThrough(string other, string message) => await GrainFactory.GetGrain<ICallGrain>(other).Fail(message);

    public Task<ICallGrain> Myself() => Task.FromResult(this.AsReference<ICallGrain>());

    public ValueTask<string> Greeting() => new(greeting);

    public async Task WaitForCancellation(string name, CancellationToken cancellationToken)
    {
        script.Say($"{name} waits");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }
        finally
        {
            script.Say($"{name} heard");
        }
    }
}
