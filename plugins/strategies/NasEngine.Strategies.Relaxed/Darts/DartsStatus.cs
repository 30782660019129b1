using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>The status of a DARTS search.</summary>
internal static class DartsStatus
{
    /// <summary>
    /// Entropy of all softmaxes in nats, skip connections in the architecture that it would recommend now, the last validation
    /// loss; and α by decision.
    /// </summary>
    public static StrategyStatus Of(DartsState state, IRelaxedSpace space)
    {
        var scalars = StrategyStatus.Empty.Scalars.ToBuilder();
        scalars["entropy"] = state.Alphas.Entropy;
        scalars["skipped_steps"] = state.Skipped;
        if (double.IsFinite(state.Loss))
        {
            scalars[MetricNames.ValidationLoss] = state.Loss;
        }

        if (space.Decisions.Decisions.Any(decision => decision.Choices.Any(IsSkip)))
        {
            scalars["skips"] = Skips(space.Discretise(state.Alphas.Weights), space.Decisions);
        }

        return new StrategyStatus { Scalars = scalars.ToImmutable(), Alphas = state.Alphas.Named() };
    }

    private static int Skips(Architecture architecture, DecisionSpace space) => architecture.Values
        .Zip(space.Decisions)
        .Count(pair => pair.First != Architecture.Inactive && IsSkip(pair.Second.Choices[pair.First]));

    private static bool IsSkip(string choice) => choice.StartsWith("skip", StringComparison.Ordinal);
}
