using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>
/// Bayesian optimisation guided network morphism (Auto-Keras, KDD 2019, arXiv 1806.10282): a Gaussian process over the edit distances of
/// networks, and of all that grows from trained ones the network of the largest upper confidence bound, trained from the weights of the
/// one that it grew from.
/// </summary>
/// <remarks>
/// What is pending is believed to come out at its mean, so that several workers do not train neighbours of one network. What fails is not
/// proposed again. Networks keep to the objective's limits on costs that are known beforehand; among those that were trained, what
/// is nearer to its limits is better. When nothing new grows within the limits, the search ends.
/// </remarks>
internal sealed class EditDistanceStrategy : IStrategy
{
    private const string Owner = "strategy 'edit-distance'";
    private const byte StateVersion = 1;

    private readonly EditDistanceOptions _options;
    private readonly StrategySetup _setup;
    private readonly IGrowingSpace _space;
    private readonly Architecture _start;
    private List<Trained> _trained = [];
    private HashSet<Architecture> _known = [];

    /// <exception cref="InputException">The space does not grow, or the start is no architecture of it.</exception>
    public EditDistanceStrategy(EditDistanceOptions options, StrategySetup setup)
    {
        (_options, _setup) = (options, setup);
        _space = setup.Space as IGrowingSpace ?? throw new InputException(
            $"The {Owner} needs a space whose networks grow, and '{setup.Space.Decisions.Id}' says of none what it grows into; "
                + "'morphism' is such a space.");
        _start = _space.Canonical(options.Start.Length > 0
            ? _space.Parse(options.Start)
            : _space.Decisions.Architecture(new int[_space.Decisions.Decisions.Length]));
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => true;

    /// <inheritdoc/>
    public StrategyStatus Status => new() { Scalars = StrategyStatus.Empty.Scalars.Add("networks", _trained.Count) };

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => [.. _trained.Select(trained => trained.Number)];

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_trained.Count == 0)
        {
            return context.Pending.IsEmpty ? new Trial(_start, new Fidelity(_options.StartEpochs)) { Keep = true } : null;
        }

        Architecture[] pending = [.. context.Pending.Select(candidate => ((Trial)candidate.Work).Architecture)];
        return Grown(pending, context) is var (network, root)
            ? new Trial(network, new Fidelity(_options.Epochs) { PriorEpochs = root.Epochs }) { Keep = true, Weights = WeightOrigin.Of(
                root.Number) }
            : null;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var (architecture, fidelity) = (Trial)observation.Candidate.Work;
        if (observation.Measurement.Failure is { Kind: FailureKind.Transient })
        {
            return;
        }

        if (_setup.Score(architecture, observation.Measurement) is { } score && double.IsFinite(score))
        {
            _trained.Add(new Trained(
                architecture, observation.Candidate.Number, score, observation.Feasibility.Violation,
                fidelity.PriorEpochs + (fidelity.EpochEquivalents ?? 0)));
        }

        if (_trained.Count > 0)
        {
            _known.Add(architecture);
        }
    }

    /// <summary>The best that were trained, however many epochs they have behind them.</summary>
    public ImmutableArray<Architecture> Recommend(int count) =>
        [.. _trained.OrderBy(one => one.Violation).ThenByDescending(one => one.Score).Select(one => one.Architecture).Distinct().Take(
            count)];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_trained.Count);
        foreach (var trained in _trained)
        {
            Trained.Save(trained, writer);
        }

        writer.Write(_known.Count);
        foreach (var known in _known.OrderBy(known => known.Key, StringComparer.Ordinal))
        {
            writer.Write(known.Values.AsSpan());
        }
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var (trained, known) = (new List<Trained>(), new HashSet<Architecture>());
        for (var left = reader.Int32(); left > 0; left--)
        {
            trained.Add(Trained.Restore(_space.Decisions, ref reader)!);
        }

        for (var left = reader.Int32(); left > 0; left--)
        {
            known.Add(_space.Decisions.Architecture(reader.Int32s()));
        }

        reader.Done();
        (_trained, _known) = (trained, known);
    }

    private (Architecture Network, Trained Root)? Grown(Architecture[] pending, ProposalContext context)
    {
        NetworkOutline[] measured = [.. _trained.Select(one => _space.Outline(one.Architecture))];
        NetworkOutline[] running = [.. pending.Select(_space.Outline)];
        double[] scores = [.. _trained.Select(one => one.Score)];
        var process = Process(measured, scores, context);
        var believed = running.Length == 0 ? process : Process(
            [.. measured, .. running], [.. scores, .. running.Select(network => process.Predict(network).Mean)], context);
        var tree = new GrowthTree(
            _space,
            network => !_known.Contains(network) && !pending.Contains(network) && _setup.Predict(network).IsFeasible,
            network => believed.UpperBound(_space.Outline(network)),
            _options.Cooling,
            _options.Lowest);
        return tree.Best(_trained, context.Random("tree"));
    }

    private EditProcess Process(NetworkOutline[] networks, double[] scores, ProposalContext context) =>
        new(networks, scores, _options.Process, context.Random("embedding"));
}
