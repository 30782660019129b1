using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Nasp;

/// <summary>
/// NASP (AAAI 2020, arXiv 1905.13577, algorithm 2): the weights are trained on the architecture that α is projected to, one
/// choice per decision; α moves by the gradient at that discrete point, and is held in [0, 1].
/// </summary>
/// <remarks>
/// C₁ = {‖a‖₀ = 1}: the projection is the space's own (in DARTS's cells with two edges per node). C₂ = {0 ≤ a ≤ 1}. A step of
/// weights runs one choice per decision, where DARTS runs all of them. What did not run in validation (<c>slopes=chosen</c>) keeps
/// its α. A warm-up, which the paper has none of, trains paths that are drawn: before α has learned, the point is one path, chosen by
/// nothing, and training it alone would choose it for good.
/// </remarks>
internal sealed class NaspMethod : IRelaxedMethod
{
    private readonly NaspOptions _options;
    private readonly IRelaxedSpace _space;
    private readonly Lazy<ChoiceValues> _sizes;

    public NaspMethod(NaspOptions options, StrategySetup setup)
    {
        (_options, _space) = (options, Needs.WholeMixtures(setup, Id));
        Needs.NoTargets(setup, Id);
        _sizes = new Lazy<ChoiceValues>(() => SizeShares.Of(_space, setup));
        Start = Learned.Start(Boxed(ChoiceValues.Drawn(_space.Relaxed, 0.5, options.InitialSpread, FirstAlphas.Of(setup))), Adam);
    }

    /// <inheritdoc/>
    public string Id => "nasp";

    /// <inheritdoc/>
    public AdamOptions Adam => _options.Adam;

    /// <inheritdoc/>
    public Learned Start { get; }

    /// <inheritdoc/>
    public SupernetStep Propose(Learned state, ProposalContext context)
    {
        if (context.Number < _options.WarmupSteps)
        {
            return Step(Gumbel.Perturbed(state.Alphas, context.Random("warm-up path")).Largest(), []);
        }

        var chosen = _space.Mixture(Favoured(state));
        return Step(chosen, [_options.AllSlopes ? Point(state, chosen).Mixture() : chosen]);
    }

    /// <inheritdoc/>
    public Learned Observe(Learned state, SupernetStep step, Observation observation)
    {
        if (step.Validate is not [Mixture ran])
        {
            return state;
        }

        var gradient = Slopes.Measured(Needs.Owner(Id), _space.Relaxed, ran, observation.Measurement);
        if (_options.SizePenalty > 0)
        {
            var penalty = Point(state, ran).With(_sizes.Value, (weight, share) => 2 * _options.SizePenalty * share * weight);
            gradient = gradient.With(penalty, (slope, more) => slope + more);
        }

        var moved = state.Descend(gradient).Measured(observation);
        return moved with { Alphas = Boxed(moved.Alphas).Map((decision, next) => next.Select((value, choice) =>
            Ran(ran, decision, choice) ? value : state.Alphas.Named[decision.Name][choice])) };
    }

    /// <summary>α as shares of their decision's sum: what the entropy in the status is of.</summary>
    public ChoiceValues Weights(Learned state) => state.Alphas.Map((_, alphas) =>
    {
        var sum = alphas.Sum();
        return alphas.Select(alpha => sum > 0 ? alpha / sum : 1.0 / alphas.Length);
    });

    /// <inheritdoc/>
    public Architecture Favoured(Learned state) => _space.Discretise(state.Alphas.Named);

    /// <summary>
    /// The projection to C₁ as a number per choice, 1 or 0; a decision that the architecture does not need is projected alone.
    /// </summary>
    private static ChoiceValues Point(Learned state, Mixture chosen) => state.Alphas.Map((decision, alphas) =>
    {
        var one = chosen.Decisions.TryGetValue(decision.Name, out var listed)
            ? listed.MaxBy(choice => choice.Weight).Choice
            : alphas.Largest();
        return alphas.Select((_, choice) => choice == one ? 1.0 : 0.0);
    });

    /// <summary>The projection to C₂.</summary>
    private static ChoiceValues Boxed(ChoiceValues alphas) => alphas.Map((_, values) => values.Select(value => Math.Clamp(value, 0, 1)));

    private static SupernetStep Step(Route train, ImmutableArray<Route> validate) =>
        new("uniform", [train], validate, SupernetStep.NoSettings);

    private static bool Ran(Mixture mixture, Decision decision, int choice) =>
        mixture.Decisions.TryGetValue(decision.Name, out var listed) && listed.Any(one => one.Choice == choice);
}
