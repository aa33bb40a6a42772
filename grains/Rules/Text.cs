namespace Monitor.Rules;

/// <summary>A sentence people read, in the two languages of the program. Never markup, and never longer than 500 characters.</summary>
[GenerateSerializer, Immutable, Alias("monitor.text")]
public sealed record Text(
    [property: Id(0)] string Zh,
    [property: Id(1)] string En);
