using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed.TfNas;

/// <summary>
/// TF-NAS (ECCV 2020, arXiv 2008.05314): operations by Gumbel-softmax with bi-sampling, depths by sink-connecting, widths by
/// elasticity-scaling to the cost target. The cost is any that the cost model knows of mixtures: multiply-adds or a table's latency.
/// </summary>
/// <remarks>
/// A weight step is on the sum of the two paths' losses. α and β are log-probabilities, normalised after every step. Where a width was
/// scaled, the shared weights are sorted so that it keeps the channels of the largest depthwise filters. What differs from the authors'
/// program: operations of one expansion in a block share a width, where each has its own there; widths are scaled in equal shares of
/// their range, where theirs are in shares of the widths they have; a depth of no block at all is not offered (no stage of the paper
/// begins with stride 1 and its own channels); gradients of α and β are not clipped, and their optimiser does not forget its moments at
/// every epoch.
/// </remarks>
internal sealed class TfNasMethod : IRelaxedMethod
{
    private const int Draws = 256;

    private readonly TfNasOptions _options;
    private readonly StrategySetup _setup;
    private readonly IRelaxedSpace _space;
    private readonly Annealing _annealing;
    private readonly TfNasMixtures _mixtures;
    private readonly Freedoms _freedoms;
    private readonly Elasticity _elasticity;
    private readonly CostLoss _loss;

    public TfNasMethod(TfNasOptions options, StrategySetup setup)
    {
        (_options, _setup, _space) = (options, setup, Needs.WholeMixtures(setup, Id));
        _annealing = options.Annealing.Over(setup.Budget, Id);
        _freedoms = new Freedoms(_space.Relaxed);
        _mixtures = new TfNasMixtures(_freedoms);
        _elasticity = new Elasticity(_freedoms, Share);
        _loss = new CostLoss(CostForm.Distance, Weight: options.CostWeight);
        Start = Learned.Start(Softmax.Log(ChoiceValues.Of(_space.Relaxed, 0)), Adam) with
        {
            Own = [.. _freedoms.Widths.Select(_ => options.Width)],
        };
        CostShare.Of(setup, _space.Relaxed, Weights(Start).Mixture());
    }

    /// <inheritdoc/>
    public string Id => "tf-nas";

    /// <inheritdoc/>
    public AdamOptions Adam => _options.Adam;

    /// <inheritdoc/>
    public Learned Start { get; }

    /// <inheritdoc/>
    public SupernetStep Propose(Learned state, ProposalContext context)
    {
        var (drawn, other) = _mixtures.Paths(state, context.Random("training noise"), context.Random("other operations"));
        return new SupernetStep(
            "sum",
            _options.BiSampling && !_annealing.IsWarmUp(context.Number) ? [drawn, other] : [drawn],
            _annealing.Learns(context.Number) ? [Soft(state, context.Number, context.Random("validation noise"))] : [],
            Sorted(state));
    }

    /// <inheritdoc/>
    public Learned Observe(Learned state, SupernetStep step, Observation observation)
    {
        var number = observation.Candidate.Number;
        var next = (step.Validate is [Mixture mixture] ? Learn(state, mixture, observation) : state) with { Changed = [] };
        return _options.Elastic && _annealing.Plan.Ends(number) && !_annealing.IsWarmUp(number)
            ? Scaled(next, Fitted(next))
            : next;
    }

    /// <summary>softmax of α and β, and 1 at each width.</summary>
    public ChoiceValues Weights(Learned state) => _mixtures.AtWidths(state, Softmax.Of(state.Alphas));

    /// <inheritdoc/>
    public Architecture Favoured(Learned state) => _space.Discretise(Weights(state).Named);

    /// <summary>
    /// The favoured operations and depths, at widths scaled to the target; where these cannot come to it, the nearest to them that can, or
    /// else the nearest that stay under it.
    /// </summary>
    public ImmutableArray<Architecture> Recommend(Learned state, int count)
    {
        var favoured = Favoured(state);
        if (!_options.Elastic || _setup.Objective.Targets.IsEmpty)
        {
            return [favoured];
        }

        var likely = _elasticity.Reach(favoured) is { Least: <= 1, Most: >= 1 } ? [favoured] : Likely.Of(
            state.Alphas, favoured, weights => _space.Discretise(_mixtures.AtWidths(state, weights).Named), _setup, Draws);
        var chosen = likely.FirstOrDefault(one => _elasticity.Reach(one) is { Least: <= 1, Most: >= 1 })
            ?? likely.FirstOrDefault(one => _elasticity.Reach(one).Least <= 1)
            ?? favoured;
        return [_elasticity.At(chosen, _elasticity.Fit(chosen, state.Own))];
    }

    /// <inheritdoc/>
    public double? Temperature(long step) => _annealing.At(step);

    private Learned Learn(Learned state, Mixture mixture, Observation observation)
    {
        var (number, measured) = (observation.Candidate.Number, state.Measured(observation));
        var costs = CostShare.Of(_setup, _space.Relaxed, mixture);
        var slopes = _loss.Slopes(measured.Loss, Slopes.Measured(Needs.Owner(Id), _space.Relaxed, mixture, observation.Measurement), costs);
        var operations = Softmax.Back(Perturbed(state, number, observation.Random("validation noise")), slopes, _annealing.At(number));
        var depths = Softmax.Back(Softmax.Of(state.Alphas), slopes);
        var moved = measured.Descend(operations.Map((decision, values) =>
            _freedoms.IsDepth(decision) ? depths.Named[decision.Name]
            : _freedoms.IsWidth(decision) ? values.Select(_ => 0.0)
            : values));
        return moved with { Alphas = Softmax.Log(moved.Alphas), Costs = [.. costs.Select(cost => cost.Cost)] };
    }

    private Mixture Soft(Learned state, long step, RandomSource noise)
    {
        var weights = Perturbed(state, step, noise);
        return _mixtures.Of(state, decision => weights.Named[decision.Name].Select((weight, choice) => new ChoiceWeight(choice, weight)));
    }

    private ChoiceValues Perturbed(Learned state, long step, RandomSource noise) =>
        Softmax.Of(Gumbel.Perturbed(state.Alphas, noise), _annealing.At(step));

    private ImmutableSortedDictionary<string, double> Sorted(Learned state) => _options.Strongest
        ? SupernetStep.NoSettings.AddRange(state.Changed.Select(number =>
            KeyValuePair.Create("strongest." + _freedoms.Space.Decisions[number].Name, 1.0)))
        : SupernetStep.NoSettings;

    private Learned Scaled(Learned state, ImmutableArray<double> positions) => state with
    {
        Own = positions,
        Changed =
        [
            .. Enumerable.Range(0, positions.Length)
                .Where(i => Choice(i, positions[i]) != Choice(i, state.Own[i])).Select(i => _freedoms.Widths[i]),
        ],
    };

    private int Choice(int width, double position) => Freedoms.Choice(_freedoms.Space.Decisions[_freedoms.Widths[width]], position);

    private ImmutableArray<double> Fitted(Learned state) =>
        _setup.Objective.Targets.IsEmpty ? state.Own : _elasticity.Fit(Favoured(state), state.Own);

    private double Share(Architecture architecture) =>
        _setup.Objective.Targets.Max(target => _setup.Costs.Cost(target.Metric, architecture) / target.Value);
}
