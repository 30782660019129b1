using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>The expected cost of a mixture as a share of its target.</summary>
/// <param name="Cost">In the metric's unit.</param>
/// <param name="Value">Cost over target.</param>
/// <param name="ByWeight">∂value/∂weight by choice.</param>
internal sealed record CostShare(double Cost, double Value, ChoiceValues ByWeight)
{
    /// <summary>One for each of the objective's targets.</summary>
    /// <exception cref="InputException">A cost is not known of mixtures of this space.</exception>
    public static ImmutableArray<CostShare> Of(StrategySetup setup, DecisionSpace relaxed, Mixture mixture) =>
        [.. setup.Objective.Targets.Select(target => Of(target, setup.Costs.Cost(target.Metric, mixture), relaxed, mixture))];

    private static CostShare Of(CostTarget target, MixtureCost cost, DecisionSpace relaxed, Mixture mixture) => new(
        cost.Value,
        cost.Value / target.Value,
        Slopes.Of(relaxed, mixture, cost).Map((_, slopes) => slopes.Select(slope => slope / target.Value)));
}
