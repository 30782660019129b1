using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.Gdas;

/// <summary>
/// GDAS (CVPR 2019, arXiv 1910.04465): every pass draws one choice per decision, the largest of α with Gumbel noise, and runs it
/// alone; α moves by the gradient through the softmax of the same numbers at temperature τ (eq. 5 to 7).
/// </summary>
/// <remarks>
/// The training pass and the validation pass draw for themselves. Choices that were not drawn do not run, so their weights have no
/// gradient of their own: they move by the normalisation alone.
/// </remarks>
internal sealed class GdasMethod : IRelaxedMethod
{
    private readonly GdasOptions _options;
    private readonly IRelaxedSpace _space;
    private readonly EpochPlan _epochs;

    public GdasMethod(GdasOptions options, StrategySetup setup)
    {
        (_options, _space) = (options, Needs.WholeMixtures(setup, Id));
        Needs.NoTargets(setup, Id);
        _epochs = EpochPlan.Of(setup.Budget, options.Epochs, Id);
        Start = Learned.Start(ChoiceValues.Drawn(_space.Relaxed, 0, options.InitialSpread, FirstAlphas.Of(setup)), Adam);
    }

    /// <inheritdoc/>
    public string Id => "gdas";

    /// <inheritdoc/>
    public AdamOptions Adam => _options.Adam;

    /// <inheritdoc/>
    public Learned Start { get; }

    /// <inheritdoc/>
    public SupernetStep Propose(Learned state, ProposalContext context) => new(
        "uniform",
        [Gumbel.Perturbed(state.Alphas, context.Random("training noise")).Largest()],
        context.Number < _options.WarmupSteps ? [] : [Gumbel.Perturbed(state.Alphas, context.Random("validation noise")).Largest()],
        SupernetStep.NoSettings);

    /// <inheritdoc/>
    public Learned Observe(Learned state, SupernetStep step, Observation observation)
    {
        if (step.Validate is not [Mixture ran])
        {
            return state;
        }

        var temperature = TemperatureAt(observation.Candidate.Number);
        var soft = Softmax.Of(Gumbel.Perturbed(state.Alphas, observation.Random("validation noise")), temperature);
        var slopes = Slopes.Measured(Needs.Owner(Id), _space.Relaxed, ran, observation.Measurement);
        return state.Descend(Softmax.Back(soft, slopes, temperature)).Measured(observation);
    }

    /// <inheritdoc/>
    public ChoiceValues Weights(Learned state) => Softmax.Of(state.Alphas);

    /// <inheritdoc/>
    public Architecture Favoured(Learned state) => _space.Discretise(Weights(state).Named);

    /// <inheritdoc/>
    public double? Temperature(long step) => TemperatureAt(step);

    private double TemperatureAt(long step)
    {
        var (first, last) = (_options.FirstTemperature, _options.LastTemperature);
        return first + ((last - first) * _epochs.At(step) / Math.Max(1, _epochs.Count - 1));
    }
}
