using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>The status of a probabilistic search.</summary>
internal static class StatusOf
{
    /// <summary>
    /// Entropy in nats, K of the next step, the form, the last step's mean loss, the expected costs of the distribution that it drew
    /// from (<c>expected_macs</c>), the targets (<c>target_macs</c>) and their multipliers (<c>multiplier_macs</c>); and
    /// log-probabilities by variable or layer.
    /// </summary>
    public static StrategyStatus Make(Learner learner, int samples, Progress progress, StrategySetup setup)
    {
        var scalars = StrategyStatus.Empty.Scalars.ToBuilder();
        scalars["entropy"] = learner.Distribution.Entropy;
        scalars["samples"] = samples;
        scalars["joint"] = learner.IsJoint ? 1 : 0;
        scalars["skipped_steps"] = progress.Skipped;
        if (!progress.Costs.IsEmpty)
        {
            scalars[MetricNames.ValidationLoss] = progress.Loss;
            foreach (var (metric, cost) in PathCosts.Watched(setup.Objective).Zip(progress.Costs))
            {
                scalars["expected_" + metric] = cost;
            }
        }

        foreach (var (target, multiplier) in setup.Objective.Targets.Zip(progress.Multipliers.Values))
        {
            scalars["target_" + target.Metric] = target.Value;
            scalars["multiplier_" + target.Metric] = multiplier;
        }

        return new StrategyStatus { Scalars = scalars.ToImmutable(), Alphas = Alphas(learner.Distribution) };
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<double>> Alphas(Distribution distribution)
    {
        var alphas = StrategyStatus.Empty.Alphas.ToBuilder();
        foreach (var factor in distribution.Factors)
        {
            alphas[factor.Name] = [.. distribution.LogProbabilities(factor)];
        }

        return alphas.ToImmutable();
    }
}
