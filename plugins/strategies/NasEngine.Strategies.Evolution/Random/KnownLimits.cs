using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>The limits of an objective on costs that are known before a network runs.</summary>
internal sealed class KnownLimits
{
    private readonly StrategySetup _setup;

    /// <summary>Those of a search.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public KnownLimits(StrategySetup setup)
    {
        _setup = setup;
        if (!setup.Objective.Constraints.Any(limit => setup.Costs.Knows(limit.Metric)))
        {
            throw new InputException(
                "Strategy 'random' is to propose only what is feasible, and the objective has no limit on a cost that is known before a "
                + "network runs; give it one, e.g. .Under(Macs(3e6)), or leave out feasible.");
        }
    }

    /// <summary>Whether an architecture keeps to all of them.</summary>
    public bool Allow(Architecture architecture) => _setup.Predict(architecture).IsFeasible;
}
