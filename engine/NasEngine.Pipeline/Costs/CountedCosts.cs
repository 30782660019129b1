using NasEngine.Contracts;

namespace NasEngine.Pipeline.Costs;

/// <summary>Costs counted from the description of an architecture's network.</summary>
public sealed class CountedCosts(ISearchSpace space) : ICostModel
{
    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture) => metric switch
    {
        MetricNames.Macs => space.Cost(architecture).Macs,
        MetricNames.Parameters => space.Cost(architecture).Parameters,
        MetricNames.ActivationBytes => space.Cost(architecture).ActivationBytes,
        _ => throw new InputException(
            $"The cost '{metric}' cannot be known before a network runs; use {MetricNames.Macs}, {MetricNames.Parameters} or {MetricNames.ActivationBytes}."),
    };
}
