using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// What a space counts of its architectures: <c>macs</c>, <c>params</c>, <c>activation_bytes</c> and <c>weight_bytes</c>. Of mixtures it
/// counts all where the space's costs come apart (<see cref="ICostChain"/>), elsewhere those that make few architectures, see
/// <see cref="ExpectedCost"/>.
/// </summary>
public sealed class CountedCosts(ISearchSpace space) : ICostModel
{
    /// <inheritdoc/>
    public ImmutableArray<CostMetric> Metrics { get; } =
    [
        CostMetric.Counted(MetricNames.Macs), CostMetric.Counted(MetricNames.Parameters), CostMetric.Counted(MetricNames.ActivationBytes),
        CostMetric.Counted(MetricNames.WeightBytes),
    ];

    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture) => Of(metric)(space.Cost(architecture));

    /// <inheritdoc/>
    public MixtureCost Cost(string metric, Mixture mixture) => ExpectedCost.Counted(space, mixture, Of(metric));

    /// <inheritdoc/>
    public CostRange? Range(string metric) => this.Knows(metric) ? CostRange.Counted(space, Of(metric)) : null;

    private static Func<ArchitectureCost, double> Of(string metric) => metric switch
    {
        MetricNames.Macs => cost => cost.Macs,
        MetricNames.Parameters => cost => cost.Parameters,
        MetricNames.ActivationBytes => cost => cost.ActivationBytes,
        MetricNames.WeightBytes => cost => cost.WeightBytes,
        _ => throw new InputException(
            $"The cost '{metric}' cannot be known before a network runs; use {MetricNames.Macs}, {MetricNames.Parameters}, "
            + $"{MetricNames.ActivationBytes} or {MetricNames.WeightBytes}."),
    };
}
