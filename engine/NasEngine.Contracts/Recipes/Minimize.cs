namespace NasEngine.Contracts.Recipes;

/// <summary>Where an objective starts whose metric should be small.</summary>
public static class Minimize
{
    /// <summary>Validation loss.</summary>
    /// <example><code>Minimize.Loss()</code></example>
    public static Objective Loss() => Metric(MetricNames.ValidationLoss);

    /// <summary>Any metric by name.</summary>
    /// <example><code>Minimize.Metric("val_loss")</code></example>
    public static Objective Metric(string name) => new(name, []) { Direction = Direction.Minimize };
}
