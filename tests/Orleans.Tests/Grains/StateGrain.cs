namespace Monitor.Orleans.Tests.Grains;

/// <summary>A grain with two states.</summary>
[Alias("tests.IStateGrain")]
public interface IStateGrain : IGrainWithStringKey
{
    [Alias("Add")]
    Task<Tally> Add(int amount);

    /// <summary>Two writes at once.</summary>
    [Alias("AddTwice")]
    Task<Tally> AddTwice(int amount);

    [Alias("Read")]
    Task<Tally> Read();

    [Alias("Clear")]
    Task Clear();

    [Alias("HasRecord")]
    Task<bool> HasRecord();

    [Alias("Note")]
    Task Note(string text);

    [Alias("Notes")]
    Task<string> Notes();
}

/// <summary>A counter and the history of its changes.</summary>
[GenerateSerializer, Immutable, Alias("tests.tally")]
public sealed record Tally
{
    [Id(0)] public int Sum { get; init; }

    [Id(1)] public string Unit { get; init; } = "pieces";
}

/// <summary>A text.</summary>
[GenerateSerializer, Immutable, Alias("tests.notebook")]
public sealed record Notebook
{
    [Id(0)] public string Text { get; init; } = "";
}

internal sealed class StateGrain(
    [PersistentState("tally", "shared")] IPersistentState<Tally> tally,
    [PersistentState("notes", "shared")] IPersistentState<Notebook> notes) : Grain, IStateGrain
{
    public async Task<Tally> Add(int amount)
    {
        tally.State = tally.State with { Sum = tally.State.Sum + amount };
        await tally.WriteStateAsync();
        return tally.State;
    }

    public async Task<Tally> AddTwice(int amount)
    {
        var first = Add(amount);
        await Task.WhenAll(first, Add(amount));
        return tally.State;
    }

    public Task<Tally> Read() => Task.FromResult(tally.State);

    public Task Clear() => tally.ClearStateAsync();

    public Task<bool> HasRecord() => Task.FromResult(tally.RecordExists);

    public async Task Note(string text)
    {
        notes.State = notes.State with { Text = notes.State.Text + text };
        await notes.WriteStateAsync(CancellationToken.None);
    }

    public Task<string> Notes() => Task.FromResult(notes.State.Text);
}
