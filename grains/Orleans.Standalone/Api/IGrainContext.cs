namespace Orleans.Runtime;

/// <summary>One activation as seen from outside its grain.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }

    GrainReference GrainReference { get; }

    /// <summary>The grain object, or null before it was made.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of this activation; scoped services live as long as the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation is gone.</summary>
    Task Deactivated { get; }

    /// <summary>Starts no further turn, finishes the running ones and ends the activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
