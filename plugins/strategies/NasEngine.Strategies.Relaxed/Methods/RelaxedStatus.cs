using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>The status of a method that weighs choices.</summary>
internal static class RelaxedStatus
{
    /// <summary>
    /// Entropy of the weights in nats, temperature, the last validation loss, expected costs (<c>expected_macs</c>) and their targets
    /// (<c>target_macs</c>); how often the architecture that they favour now has each unordered choice
    /// (<c>chosen_skip-connect</c>), and <c>skips</c>, its skip connections together; and α by decision.
    /// </summary>
    public static StrategyStatus Of(Learned state, IRelaxedMethod method, IRelaxedSpace space, IObjective objective)
    {
        var scalars = StrategyStatus.Empty.Scalars.ToBuilder();
        scalars["entropy"] = Softmax.Entropy(method.Weights(state));
        scalars["skipped_steps"] = state.Skipped;
        if (double.IsFinite(state.Loss))
        {
            scalars[MetricNames.ValidationLoss] = state.Loss;
        }

        if (method.Temperature(state.Step) is { } temperature)
        {
            scalars["temperature"] = temperature;
        }

        foreach (var (target, cost) in objective.Targets.Zip(state.Costs))
        {
            scalars["target_" + target.Metric] = target.Value;
            scalars["expected_" + target.Metric] = cost;
        }

        foreach (var (choice, count) in Histogram(method.Favoured(state), space))
        {
            scalars["chosen_" + choice] = count;
            if (IsSkip(choice))
            {
                scalars["skips"] = scalars.GetValueOrDefault("skips") + count;
            }
        }

        return new StrategyStatus { Scalars = scalars.ToImmutable(), Alphas = state.Alphas.Named };
    }

    /// <summary>How often an architecture has each of the choices that have no order.</summary>
    private static IEnumerable<(string Choice, int Count)> Histogram(Architecture architecture, IRelaxedSpace space)
    {
        var chosen = space.Mixture(architecture).Decisions;
        var unordered = space.Relaxed.Decisions.Where(decision => decision is { Ordered: false, Count: > 1 }
            && !(chosen.TryGetValue(decision.Name, out var several) && several.Length > 1)).ToArray();
        var choices = unordered.SelectMany(decision => decision.Choices).Distinct(StringComparer.Ordinal);
        return choices.Select(choice => (choice, unordered.Count(
            decision => chosen.TryGetValue(decision.Name, out var listed) && decision.Choices[listed[0].Choice] == choice)));
    }

    private static bool IsSkip(string choice) => choice.StartsWith("skip", StringComparison.Ordinal);
}
