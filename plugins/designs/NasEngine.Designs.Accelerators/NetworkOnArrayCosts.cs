using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Designs.Accelerators;

/// <summary>
/// What a searched network takes of its array, in closed form (<see cref="ArrayModel"/>): known before it is trained, so that strategies
/// keep to limits on area or time from the first proposal.
/// </summary>
internal sealed class NetworkOnArrayCosts(ArrayUnits units, NetworkOnArraySpace space) : ICostModel
{
    private Known? _last;

    /// <inheritdoc/>
    public ImmutableArray<CostMetric> Metrics { get; } = [.. DesignMetrics.All.Select(CostMetric.Counted)];

    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture) =>
        Figures(architecture).Metrics.TryGetValue(metric, out var value) ? value : throw new InputException(
            $"The cost '{metric}' is not known of a network on an array; known are {string.Join(", ", DesignMetrics.All)}.");

    /// <inheritdoc/>
    public MixtureCost Cost(string metric, Mixture mixture) =>
        ExpectedCost.Of(space, mixture, architecture => Cost(metric, architecture));

    private Measurement Figures(Architecture architecture)
    {
        var last = _last;
        if (last is null || !last.Architecture.Equals(architecture))
        {
            _last = last = new Known(
                architecture, ArrayFigures.Of(units, space.Array(architecture), NetworkLayers.Of(space.Describe(architecture))));
        }

        return last.Figures;
    }

    private sealed record Known(Architecture Architecture, Measurement Figures);
}
