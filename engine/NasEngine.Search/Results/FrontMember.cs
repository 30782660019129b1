using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Search;

/// <summary>A measured architecture that no other one dominates.</summary>
/// <param name="Number">Number of the trial; of a finalist, its rank.</param>
/// <param name="Architecture">The architecture.</param>
/// <param name="Values">Its place by the objective's axes, in their order, each turned so that more is better.</param>
public sealed record FrontMember(long Number, Architecture Architecture, ImmutableArray<double> Values)
{
    /// <summary>What was measured of it; null in states that an earlier program saved. Follows from the number.</summary>
    public Measurement? Measurement { get; init; }

    /// <inheritdoc/>
    public bool Equals(FrontMember? other) =>
        other is not null && Number == other.Number && Architecture.Equals(other.Architecture) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Architecture);
}
