using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.OneShot;

/// <summary>The limits that paths and slices keep to before anything is trained.</summary>
internal sealed class Limits
{
    private readonly StrategySetup _setup;
    private readonly double _allowance;
    private readonly ImmutableArray<Constraint> _upper;

    /// <param name="setup">The objective's constraints, and the costs that are known.</param>
    /// <param name="allowance">Least share of every upper limit on a known cost that is to be used, 0 for none.</param>
    /// <exception cref="InputException">An allowance is to be used, and the objective has no upper limit on a known cost.</exception>
    public Limits(StrategySetup setup, double allowance)
    {
        (_setup, _allowance) = (setup, allowance);
        _upper = allowance == 0 || setup.Objective.Constraints.IsDefault ? [] :
        [
            .. setup.Objective.Constraints.Where(limit => limit.Direction == Direction.Minimize && setup.Costs.Knows(limit.Metric)),
        ];
        if (allowance > 0 && _upper.IsEmpty)
        {
            throw new InputException(
                "Strategy 'single-path' is to use an allowance, and the objective has no upper limit on a cost that is known before a "
                + "network runs; give it one, e.g. .Under(Macs(3e6)), or leave out allowance.");
        }
    }

    /// <summary>By how much an architecture misses them, as shares of the limits; 0 when it keeps to all.</summary>
    public double Violation(Architecture architecture) => _setup.Predict(architecture).Violation +
        _upper.Sum(limit => Math.Max(0, _allowance - (_setup.Costs.Cost(limit.Metric, architecture) / limit.Limit)));
}
