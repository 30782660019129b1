namespace NasEngine.Contracts.Recipes;

/// <summary>Where an objective starts.</summary>
public static class Maximize
{
    /// <summary>Validation accuracy.</summary>
    /// <example><code>Maximize.Accuracy()</code></example>
    public static Objective Accuracy() => Metric(MetricNames.ValidationAccuracy);

    /// <summary>Any metric by name.</summary>
    /// <example><code>Maximize.Metric("val_r2")</code></example>
    public static Objective Metric(string name) => new(name, []);

    /// <summary>Costs at or under the target count nothing; over it, the factor is (cost/target)^<paramref name="weight"/>.</summary>
    /// <example><code>Maximize.Accuracy().Under(Macs(3e6), weight: -2)</code></example>
    public static Objective Under(this Objective objective, CostTarget target, double weight = -1) =>
        objective.Under(target.Metric, target.Value, weight);
}
