namespace NasEngine.Contracts.Recipes;

/// <summary>Where an objective starts whose metric should be small.</summary>
public static class Minimize
{
    /// <summary>Validation loss.</summary>
    public static Objective Loss() => Metric(MetricNames.ValidationLoss);

    /// <summary>Any metric by name.</summary>
    public static Objective Metric(string name) => new(name, []) { Direction = Direction.Minimize };
}
