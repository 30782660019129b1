using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>Scores a measurement by the search's objective.</summary>
internal static class Scoring
{
    /// <summary>
    /// The score, with costs that the estimator did not measure taken from the cost model; null when the candidate failed
    /// or its metric is missing or not finite.
    /// </summary>
    public static double? Of(Architecture architecture, Measurement measurement, StrategySetup setup)
    {
        if (measurement.Failure is not null)
        {
            return null;
        }

        var metrics = measurement.Metrics;
        foreach (var target in setup.Objective.Targets)
        {
            if (!metrics.ContainsKey(target.Metric))
            {
                metrics = metrics.Add(target.Metric, setup.Costs.Cost(target.Metric, architecture));
            }
        }

        return setup.Objective.Score(metrics);
    }
}
