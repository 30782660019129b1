namespace NasEngine.Contracts.Recipes;

/// <summary>Targets of costs; recipes write them without the class's name.</summary>
public static class Costs
{
    /// <summary>Multiply-adds of one forward pass of one input.</summary>
    public static CostTarget Macs(double count) => Target(MetricNames.Macs, count);

    /// <summary>Trainable scalars.</summary>
    public static CostTarget Parameters(double count) => Target(MetricNames.Parameters, count);

    /// <summary>Median time of one input on one thread.</summary>
    public static CostTarget Milliseconds(double time) => Target(MetricNames.Latency, time);

    /// <summary>Any cost by name.</summary>
    /// <exception cref="InputException">The target is not positive.</exception>
    public static CostTarget Target(string metric, double value) => value > 0 && double.IsFinite(value)
        ? new CostTarget(metric, value)
        : throw new InputException(FormattableString.Invariant($"The target of '{metric}' is {value}; it must be above 0."));
}
