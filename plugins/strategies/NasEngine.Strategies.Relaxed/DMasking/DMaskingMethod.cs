using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.DMasking;

/// <summary>
/// DMaskingNAS (FBNetV2, CVPR 2020, arXiv 2004.05565): all choices run at once, weighted by Gumbel-softmax (eq. 1 and 2), on the
/// supernet of masks that the space describes: a width is a sum of channel masks on the widest convolution (eq. 5), so time and memory
/// of a step hardly grow with the number of widths. The architecture's loss has the cost that the weights expect.
/// </summary>
/// <remarks>
/// Steps of the weights and of the architecture draw for themselves. What it recommends is drawn from softmax(θ), as FBNet's
/// networks are (arXiv 1812.03443, section 3.3): what keeps to the objective's limits first, then what misses them least, among equals
/// the likeliest.
/// </remarks>
internal sealed class DMaskingMethod : IRelaxedMethod
{
    private const int Draws = 256;

    private readonly DMaskingOptions _options;
    private readonly StrategySetup _setup;
    private readonly IRelaxedSpace _space;
    private readonly Annealing _annealing;

    public DMaskingMethod(DMaskingOptions options, StrategySetup setup)
    {
        (_options, _setup, _space) = (options, setup, Needs.WholeMixtures(setup, Id));
        _annealing = options.Annealing.Over(setup.Budget, Id);
        Start = Learned.Start(ChoiceValues.Of(_space.Relaxed, 0), Adam);
        CostShare.Of(setup, _space.Relaxed, Weights(Start).Mixture());
    }

    /// <inheritdoc/>
    public string Id => "dmasking";

    /// <inheritdoc/>
    public AdamOptions Adam => _options.Adam;

    /// <inheritdoc/>
    public Learned Start { get; }

    /// <inheritdoc/>
    public SupernetStep Propose(Learned state, ProposalContext context) => new(
        "uniform",
        [Drawn(state, context.Number, context.Random("training noise")).Mixture()],
        _annealing.Learns(context.Number) ? [Drawn(state, context.Number, context.Random("validation noise")).Mixture()] : [],
        SupernetStep.NoSettings);

    /// <inheritdoc/>
    public Learned Observe(Learned state, SupernetStep step, Observation observation)
    {
        if (step.Validate is not [Mixture mixture])
        {
            return state;
        }

        var number = observation.Candidate.Number;
        var weights = Drawn(state, number, observation.Random("validation noise"));
        var measured = state.Measured(observation);
        var costs = CostShare.Of(_setup, _space.Relaxed, mixture);
        var slopes = Slopes.Measured(Needs.Owner(Id), _space.Relaxed, mixture, observation.Measurement);
        var gradient = Softmax.Back(weights, _options.Cost.Slopes(measured.Loss, slopes, costs), _annealing.At(number));
        return measured.Descend(gradient) with { Costs = [.. costs.Select(cost => cost.Cost)] };
    }

    /// <inheritdoc/>
    public ChoiceValues Weights(Learned state) => Softmax.Of(state.Alphas);

    /// <inheritdoc/>
    public Architecture Favoured(Learned state) => _space.Discretise(Weights(state).Named);

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(Learned state, int count) =>
    [
        .. Likely.Of(state.Alphas, Favoured(state), weights => _space.Discretise(weights.Named), _setup, Draws * count)
            .OrderBy(architecture => _setup.Predict(architecture).Violation).Take(count),
    ];

    /// <inheritdoc/>
    public double? Temperature(long step) => _annealing.At(step);

    private ChoiceValues Drawn(Learned state, long step, RandomSource random) =>
        Softmax.Of(Gumbel.Perturbed(state.Alphas, random), _annealing.At(step));
}
