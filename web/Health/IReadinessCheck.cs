namespace Monitor.Web.Health;

/// <summary>One thing that must be well before this process may take traffic. Every registered one is asked by <c>/readyz</c>.</summary>
public interface IReadinessCheck
{
    /// <summary>A short stable name, e.g. <c>database</c>.</summary>
    string Name { get; }

    /// <summary>Null when well; else one sentence that says what is wrong. May throw; it is asked with a limit of two seconds.</summary>
    Task<string?> Fault(CancellationToken cancel);
}
