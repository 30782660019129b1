using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>The costs that a space counts by itself.</summary>
public sealed class CountedCosts(ISearchSpace space) : ICostModel
{
    /// <inheritdoc/>
    public double Cost(string metric, Architecture architecture)
    {
        var cost = space.Cost(architecture);
        return metric switch
        {
            MetricNames.Macs => cost.Macs,
            MetricNames.Parameters => cost.Parameters,
            MetricNames.ActivationBytes => cost.ActivationBytes,
            _ => throw new InputException($"The cost '{metric}' is not known here; known: macs, params, activation_bytes."),
        };
    }
}
