namespace NasEngine.Contracts;

/// <summary>What happens with the winners: each is trained from scratch, or keeps its weights, and measured on the test images.</summary>
/// <param name="Estimator">Who trains and measures them; unnamed for the one that serves winners.</param>
/// <param name="Count">How many, at least 1: the best and the runners-up.</param>
public sealed record FinalSpec(ComponentSpec Estimator, int Count)
{
    /// <summary>
    /// Whether the winners keep the weights that their trials left (<see cref="Trial.Keep"/>) and are measured as they are, such as
    /// slices of a supernet; otherwise they are trained from scratch.
    /// </summary>
    public bool Inherits { get; init; }

    /// <summary>
    /// How many seeds each winner is trained from, at least 1. Its metrics are then the means over them, by which winners are ranked; the
    /// network that is kept is that of the first, which is the one that a single seed gives.
    /// </summary>
    public int Seeds { get; init; } = 1;
}
