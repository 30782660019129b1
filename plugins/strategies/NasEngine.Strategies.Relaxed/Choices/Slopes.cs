using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Slopes by the weights of a mixture's listed choices, spread over all choices: 0 where a choice did not run.</summary>
internal static class Slopes
{
    /// <summary>Those of the loss of the first validated mixture, whatever rule reported them.</summary>
    /// <param name="owner">The strategy, for messages.</param>
    /// <param name="space">The decisions that are weighed.</param>
    /// <param name="mixture">The mixture that was differentiated.</param>
    /// <param name="measured">What came of the step.</param>
    /// <exception cref="InvalidOperationException">The estimator gave none, or another number of them.</exception>
    public static ChoiceValues Measured(string owner, DecisionSpace space, Mixture mixture, Measurement measured) =>
        Of(space, mixture, decision =>
        {
            var series = SeriesNames.ValidationGradient(0, decision);
            return measured.Series.TryGetValue(series, out var slopes) && slopes.Length == mixture.Decisions[decision].Length ? slopes
                : throw new InvalidOperationException(
                    $"The estimator gave no '{series}'; {owner} needs one that differentiates by the weights of choices.");
        });

    /// <summary>Those of a cost.</summary>
    public static ChoiceValues Of(DecisionSpace space, Mixture mixture, MixtureCost cost) =>
        Of(space, mixture, decision => cost.Gradient[decision]);

    private static ChoiceValues Of(DecisionSpace space, Mixture mixture, Func<string, ImmutableArray<double>> by)
    {
        var slopes = new double[ChoiceValues.Count(space)];
        var start = 0;
        foreach (var decision in space.Decisions)
        {
            if (mixture.Decisions.TryGetValue(decision.Name, out var listed))
            {
                var values = by(decision.Name);
                for (var place = 0; place < listed.Length; place++)
                {
                    slopes[start + listed[place].Choice] = values[place];
                }
            }

            start += decision.Count;
        }

        return new ChoiceValues(space, slopes);
    }
}
