using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>Architectures near the one that a distribution softmax(θ) favours.</summary>
internal static class Likely
{
    private const double Wide = 4;

    /// <summary>
    /// The favoured one, and some drawn by θ with Gumbel noise that grows from its own size to four times that; where choices of a
    /// decision are further apart, as many more with noise that grows to the widest gap, so that a sure distribution has others to
    /// offer too: each network once, the nearest to the favoured first. Nearness is the sum of the log-odds of its choices against the
    /// likeliest of their decisions; a probability would put networks of few decisions, the shallow ones, first.
    /// </summary>
    /// <param name="logits">θ.</param>
    /// <param name="favoured">Comes first among equals.</param>
    /// <param name="discretise">The architecture of weights.</param>
    /// <param name="setup">The search.</param>
    /// <param name="draws">How many are drawn, or twice as many.</param>
    public static ImmutableArray<Architecture> Of(
        ChoiceValues logits, Architecture favoured, Func<ChoiceValues, Architecture> discretise, StrategySetup setup, int draws)
    {
        var (space, random) = ((IRelaxedSpace)setup.Space, setup.Random("recommended"));
        var widest = logits.Named.Values.Max(decision => decision.Max() - decision.Min());
        return
        [
            .. Sizes(1, Wide).Concat(widest > Wide ? Sizes(Wide, widest) : []).Select(size => discretise(Noisy(size)))
                .Prepend(favoured).DistinctBy(space.Canonical)
                .OrderByDescending(Nearness),
        ];

        IEnumerable<double> Sizes(double from, double to) => Enumerable.Range(0, draws).Select(draw => from + ((to - from) * draw / draws));

        double Nearness(Architecture architecture) =>
            space.Mixture(architecture).Decisions.Sum(pair => LogOdds(logits.Named[pair.Key], pair.Value[0].Choice));

        double LogOdds(ImmutableArray<double> decision, int choice) => decision[choice] - decision.Max();

        ChoiceValues Noisy(double size) =>
            Gumbel.Perturbed(logits, random).With(logits, (noisy, logit) => logit + (size * (noisy - logit)));
    }
}
