using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.DrNas;

/// <summary>
/// DrNAS (ICLR 2021, arXiv 2006.10355): the weights of all choices are drawn from Dirichlet distributions with concentrations
/// elu(α) + 1, and α moves by the gradient through the draw (section 2.2).
/// </summary>
/// <remarks>
/// The distance of the concentrations from 1 is held by Adam's L2 penalty on α, as in the authors' code. A space's <c>partial</c>
/// lets a part of the channels through the operations; that the part grows and operations are pruned in stages (section 2.4) is not
/// part of it.
/// </remarks>
internal sealed class DrNasMethod : IRelaxedMethod
{
    private readonly DrNasOptions _options;
    private readonly IRelaxedSpace _space;

    public DrNasMethod(DrNasOptions options, StrategySetup setup)
    {
        (_options, _space) = (options, Needs.Mixtures(setup, Id));
        Needs.NoTargets(setup, Id);
        Start = Learned.Start(ChoiceValues.Drawn(_space.Relaxed, 0, options.InitialSpread, FirstAlphas.Of(setup)), Adam);
    }

    /// <inheritdoc/>
    public string Id => "drnas";

    /// <inheritdoc/>
    public AdamOptions Adam => _options.Adam;

    /// <inheritdoc/>
    public Learned Start { get; }

    /// <inheritdoc/>
    public SupernetStep Propose(Learned state, ProposalContext context) => new(
        "uniform",
        [Drawn(state, context.Random("training weights")).Weights.Mixture()],
        context.Number < _options.WarmupSteps ? [] : [Drawn(state, context.Random("validation weights")).Weights.Mixture()],
        SupernetStep.NoSettings);

    /// <inheritdoc/>
    public Learned Observe(Learned state, SupernetStep step, Observation observation)
    {
        if (step.Validate is not [Mixture mixture])
        {
            return state;
        }

        var slopes = Slopes.Measured(Needs.Owner(Id), _space.Relaxed, mixture, observation.Measurement);
        var gradient = Drawn(state, observation.Random("validation weights")).Back(slopes)
            .With(state.Alphas, (slope, alpha) => slope * Concentration.Slope(alpha));
        return state.Descend(gradient).Measured(observation);
    }

    /// <summary>The mean of the distributions.</summary>
    public ChoiceValues Weights(Learned state) => Concentrations(state).Map((_, concentrations) =>
    {
        var sum = concentrations.Sum();
        return concentrations.Select(concentration => concentration / sum);
    });

    /// <inheritdoc/>
    public Architecture Favoured(Learned state) => _space.Discretise(Weights(state).Named);

    private static DirichletDraw Drawn(Learned state, RandomSource random) => new(Concentrations(state), random);

    private static ChoiceValues Concentrations(Learned state) => state.Alphas.Map((_, alphas) => alphas.Select(Concentration.Of));
}
