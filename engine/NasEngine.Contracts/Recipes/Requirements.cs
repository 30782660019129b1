namespace NasEngine.Contracts.Recipes;

/// <summary>Limits that winners must keep to: <c>.Require(Macs(3e6))</c>, <c>.Require("val_accuracy", atLeast: 0.9)</c>.</summary>
public static class Requirements
{
    /// <summary>A cost of at most its target.</summary>
    /// <example><code>Maximize.Accuracy().Require(Milliseconds(2))</code></example>
    public static Objective Require(this Objective objective, CostTarget target) =>
        objective.Require(new Constraint(target.Metric, target.Value));

    /// <summary>Any metric on one side of a limit.</summary>
    /// <exception cref="InputException">
    /// Both or neither limits are given, or one is 0 or no number or nothing that the metric can come to.
    /// </exception>
    /// <example><code>Minimize.Metric("macs").Require("val_accuracy", atLeast: 0.9)</code></example>
    public static Objective Require(this Objective objective, string metric, double? atLeast = null, double? atMost = null)
    {
        if ((atLeast is null) == (atMost is null) || (atLeast ?? atMost) is not { } limit || limit == 0 || !double.IsFinite(limit))
        {
            throw new InputException(
                $"The requirement on '{metric}' must have one limit, a number other than 0: .Require(\"{metric}\", atLeast: 0.9) or "
                + $".Require(\"{metric}\", atMost: 2).");
        }

        KnownWays.MustBePossible("A requirement", metric, limit, ".Require(");
        return objective.Require(new Constraint(metric, limit, atLeast is null ? Direction.Minimize : Direction.Maximize));
    }
}
