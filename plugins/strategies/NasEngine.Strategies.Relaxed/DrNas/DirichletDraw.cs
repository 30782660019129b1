using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.DrNas;

/// <summary>Weights drawn from a Dirichlet distribution per decision, as gammas over their sum.</summary>
internal sealed class DirichletDraw
{
    private readonly ChoiceValues _concentrations;
    private readonly ChoiceValues _gammas;

    /// <param name="concentrations">Positive.</param>
    /// <param name="random">Where the draw comes from.</param>
    public DirichletDraw(ChoiceValues concentrations, RandomSource random)
    {
        _concentrations = concentrations;
        _gammas = concentrations.Map((_, shapes) => shapes.Select(shape => GammaDraw.Of(shape, random)));
        Weights = _gammas.Map((_, gammas) =>
        {
            var sum = gammas.Sum();
            return gammas.Select(gamma => gamma / sum);
        });
    }

    /// <summary>The weights, which sum to one in a decision.</summary>
    public ChoiceValues Weights { get; }

    /// <summary>Slopes by the concentrations, of those by the weights.</summary>
    public ChoiceValues Back(ChoiceValues slopes) => Weights.Map((decision, weights) =>
    {
        var (by, gammas, shapes) = (slopes.Named[decision.Name], _gammas.Named[decision.Name], _concentrations.Named[decision.Name]);
        var (mean, sum) = (weights.Zip(by, (weight, slope) => weight * slope).Sum(), gammas.Sum());
        return by.Select((slope, choice) => (slope - mean) / sum * GammaDraw.ByShape(shapes[choice], gammas[choice]));
    });
}
