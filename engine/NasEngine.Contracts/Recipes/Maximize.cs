namespace NasEngine.Contracts.Recipes;

/// <summary>Where an objective starts.</summary>
public static class Maximize
{
    /// <summary>Validation accuracy.</summary>
    public static Objective Accuracy() => Metric(MetricNames.ValidationAccuracy);

    /// <summary>Any metric by name.</summary>
    public static Objective Metric(string name) => new(name, []);

    /// <summary>Costs at or under the target count nothing; over it, the factor is (cost/target)^<paramref name="weight"/>.</summary>
    public static Objective Under(this Objective objective, CostTarget target, double weight = -1) =>
        objective.Under(target.Metric, target.Value, weight);
}
