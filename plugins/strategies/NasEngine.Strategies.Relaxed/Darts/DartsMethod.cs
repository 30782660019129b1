using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Darts;

/// <summary>
/// DARTS (ICLR 2019, arXiv 1806.09055, algorithm 1): every step moves the shared weights down the gradient of the training
/// loss of the whole mixture, then the architecture parameters down that of the validation loss.
/// </summary>
/// <remarks>
/// First order: the architecture parameters move by the gradient at the weights as they are after the step. Second order: by
/// the rule <c>unrolled</c>, which looks one step of the weights ahead. The memory of a step grows with the number of
/// choices, since all of them run. Left to itself DARTS may end in cells of nothing but skip connections; <c>skips</c> in the
/// status counts them. PC-DARTS is this method on partial channels, with epochs of weights alone.
/// </remarks>
internal sealed class DartsMethod : IRelaxedMethod
{
    private readonly DartsOptions _options;
    private readonly IRelaxedSpace _space;

    public DartsMethod(DartsOptions options, StrategySetup setup, string id = "darts")
    {
        Id = id;
        (_options, _space) = (options, Needs.Mixtures(setup, Id));
        Needs.NoTargets(setup, Id);
        Start = Learned.Start(ChoiceValues.Drawn(_space.Relaxed, 0, options.InitialSpread, FirstAlphas.Of(setup)), Adam);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public AdamOptions Adam => _options.Adam;

    /// <inheritdoc/>
    public Learned Start { get; }

    /// <inheritdoc/>
    public SupernetStep Propose(Learned state, ProposalContext context)
    {
        Route mixture = Weights(state).Mixture();
        return context.Number < _options.WarmupSteps ? new SupernetStep("uniform", [mixture], [], SupernetStep.NoSettings)
            : _options.SecondOrder ? new SupernetStep("unrolled", [mixture], [], SupernetStep.NoSettings)
            : new SupernetStep("uniform", [mixture], [mixture], SupernetStep.NoSettings);
    }

    /// <inheritdoc/>
    public Learned Observe(Learned state, SupernetStep step, Observation observation)
    {
        if (observation.Candidate.Number < _options.WarmupSteps)
        {
            return state;
        }

        var slopes = Slopes.Measured(Needs.Owner(Id), _space.Relaxed, (Mixture)step.Train[0], observation.Measurement);
        return state.Descend(Softmax.Back(Weights(state), slopes)).Measured(observation);
    }

    /// <inheritdoc/>
    public ChoiceValues Weights(Learned state) => Softmax.Of(state.Alphas);

    /// <inheritdoc/>
    public Architecture Favoured(Learned state) => _space.Discretise(Weights(state).Named);
}
