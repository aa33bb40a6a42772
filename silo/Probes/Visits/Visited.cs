using Monitor.Rules;

namespace Monitor.Silo.Probes.Visits;

/// <summary>What a visit brought home: facts, and a body that must be given back.</summary>
internal sealed record Visited(Failure? Failure) : IDisposable
{
    public HttpFacts? Http { get; init; }

    public CertificateFacts? Certificate { get; init; }

    /// <summary>The body; null when none came whole.</summary>
    public Body? Body { get; init; }

    public Uri? FinalUrl { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The body is the one last read.</summary>
    public bool Unchanged { get; init; }

    public void Dispose() => Body?.Dispose();
}
