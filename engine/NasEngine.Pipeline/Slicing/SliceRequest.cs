using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Slicing;

/// <summary>Which slices of a trained supernet are asked for.</summary>
/// <param name="Limits">What they cost at most, instead of the limits of the search; at least one, each cost once.</param>
public sealed record SliceRequest(ImmutableArray<CostTarget> Limits)
{
    /// <summary>File of the table that latencies are predicted by; null for the costs that the search has.</summary>
    public string? Latencies { get; init; }
}
