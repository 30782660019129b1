namespace NasEngine.Contracts.Recipes;

/// <summary>
/// Costs: with a number a target, <c>.Under(Macs(3e6))</c>; without one an axis of the Pareto front, <c>.Against(Macs())</c>.
/// Recipes write them without the class's name.
/// </summary>
public static class Costs
{
    /// <summary>Multiply-adds of one forward pass of one input.</summary>
    /// <example><code>Maximize.Accuracy().Under(Macs(3e6))</code></example>
    public static CostTarget Macs(double count) => Target(MetricNames.Macs, count);

    /// <inheritdoc cref="Macs(double)"/>
    /// <example><code>Maximize.Accuracy().Against(Macs())</code></example>
    public static ObjectiveAxis Macs() => new(MetricNames.Macs, Direction.Minimize);

    /// <summary>Trainable scalars.</summary>
    /// <example><code>Maximize.Accuracy().Under(Parameters(1e5))</code></example>
    public static CostTarget Parameters(double count) => Target(MetricNames.Parameters, count);

    /// <inheritdoc cref="Parameters(double)"/>
    public static ObjectiveAxis Parameters() => new(MetricNames.Parameters, Direction.Minimize);

    /// <summary>Bytes that the weights take where they are kept: for spaces that choose their bits.</summary>
    /// <example><code>Maximize.Accuracy().Under(WeightBytes(50e3))</code></example>
    public static CostTarget WeightBytes(double count) => Target(MetricNames.WeightBytes, count);

    /// <inheritdoc cref="WeightBytes(double)"/>
    public static ObjectiveAxis WeightBytes() => new(MetricNames.WeightBytes, Direction.Minimize);

    /// <summary>Median time of one input on one thread.</summary>
    /// <example><code>Maximize.Accuracy().Times(Milliseconds(2).Power(-0.07))</code></example>
    public static CostTarget Milliseconds(double time) => Target(MetricNames.Latency, time);

    /// <inheritdoc cref="Milliseconds(double)"/>
    public static ObjectiveAxis Milliseconds() => new(MetricNames.Latency, Direction.Minimize);

    /// <summary>Any cost by name.</summary>
    /// <exception cref="InputException">The target is not positive.</exception>
    /// <example><code>Maximize.Accuracy().Under(Target("activation_bytes", 1e6))</code></example>
    public static CostTarget Target(string metric, double value) => value > 0 && double.IsFinite(value)
        ? new CostTarget(metric, value)
        : throw new InputException(FormattableString.Invariant($"The target of '{metric}' is {value}; it must be above 0."));
}
