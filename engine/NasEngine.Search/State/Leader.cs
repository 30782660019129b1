using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>One of the best trials so far.</summary>
/// <param name="Number">Number of the trial.</param>
/// <param name="Architecture">The architecture.</param>
/// <param name="Score">By the objective; more is better.</param>
/// <param name="Measurement">What was measured.</param>
/// <param name="Excess">By how much it misses what winners must keep to, see <see cref="Feasibility.Required"/>; 0 is better.</param>
public sealed record Leader(long Number, Architecture Architecture, double Score, Measurement Measurement, double Excess = 0)
{
    /// <summary>Which network the architecture is (<see cref="ISearchSpace.NetworkOf"/>); null for no other than itself.</summary>
    public string? Network { get; init; }

    /// <summary>Whether this is the network of another one.</summary>
    public bool IsSameAs(Leader other) => Network is null || other.Network is null
        ? Architecture.Equals(other.Architecture)
        : Network == other.Network;
}
