using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Designs.Accelerators;

/// <summary>What is known of an accelerator before anything runs on it: its area and whether its buffers feed it.</summary>
internal sealed class DesignCosts(ArrayArea area, IArrayDesigns space) : ICostModel
{
    /// <inheritdoc/>
    public ImmutableArray<CostMetric> Metrics { get; } =
        [CostMetric.Counted(DesignMetrics.Area), CostMetric.Counted(DesignMetrics.BufferUse)];

    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture) => metric switch
    {
        DesignMetrics.Area => area.Of(space.Array(architecture)),
        DesignMetrics.BufferUse => space.Array(architecture).BufferUse,
        _ => throw new InputException(
            $"The cost '{metric}' is not known of an accelerator; known are {DesignMetrics.Area} and {DesignMetrics.BufferUse}."),
    };

    /// <inheritdoc/>
    public MixtureCost Cost(string metric, Mixture mixture) =>
        ExpectedCost.Of(space, mixture, architecture => Cost(metric, architecture));
}
