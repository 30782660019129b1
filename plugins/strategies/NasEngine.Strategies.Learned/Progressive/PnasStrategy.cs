using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// PNAS (Liu et al., ECCV 2018, arXiv 1712.00559, algorithm 1): the first level of the space is trained in full; then, level by level,
/// the K best are expanded, surrogates that were trained on all results score the children, and the K most promising of them are
/// trained. After the last level the search ends, whatever is left of its budget.
/// </summary>
/// <remarks>
/// Of children that are the same network one is scored; a child whose network was trained before is not trained again, does not count
/// towards K, and may be among the K that are expanded. Networks over the objective's limits on costs known beforehand are left out;
/// limits from below hold on the last level only, since levels grow. A trial without a score stands behind all others. A
/// level's trials run side by side; the next level waits for them.
/// </remarks>
internal sealed class PnasStrategy : IStrategy
{
    private const string Owner = "strategy 'pnas'";
    private const byte StateVersion = 1;

    private readonly PnasOptions _options;
    private readonly StrategySetup _setup;
    private readonly LevelLimits _limits;
    private readonly Levels _levels;
    private SurrogateEnsemble _ensemble;
    private KnownScores _scores = new();
    private Level _level = Level.None;
    private int _proposed;
    private int _observed;

    /// <summary>A search that has seen nothing.</summary>
    /// <exception cref="InputException">The space cannot be searched level by level.</exception>
    public PnasStrategy(PnasOptions options, StrategySetup setup)
    {
        (_options, _setup, _limits) = (options, setup, new LevelLimits(setup));
        _levels = new Levels(setup.Space.Decisions);
        _ensemble = SurrogateEnsemble.Begin(options, new SurrogateTokens(setup.Space.Decisions, _levels.Size), setup.Random("surrogates"));
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status
    {
        get
        {
            var scalars = StrategyStatus.Empty.Scalars.Add("level", _level.Number + 1);
            var pairs = _level.Queue.Zip(_level.Predicted, (one, predicted) => (Predicted: predicted, Score: Score(one)))
                .Where(pair => pair.Score is not null).ToArray();
            var rho = RankCorrelation.Of([.. pairs.Select(pair => pair.Predicted)], [.. pairs.Select(pair => pair.Score!.Value)]);
            return new StrategyStatus { Scalars = rho is { } value ? scalars.Add("surrogate_spearman", value) : scalars };
        }
    }

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_proposed == _level.Queue.Length)
        {
            if (_observed < _proposed || Next(context) is not var (level, ensemble))
            {
                return null;
            }

            (_level, _ensemble, _proposed, _observed) = (level, ensemble, 0, 0);
        }

        return new Trial(_level.Queue[_proposed++], Fidelity.Full);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        _observed++;
        Learn(observation);
    }

    /// <summary>What others measured is data for the surrogates, and is not trained again.</summary>
    public void Learn(Observation observation)
    {
        if (observation.Candidate.Work is Trial { Architecture: var architecture })
        {
            _scores.Add(_setup.Space.Canonical(architecture), _setup.Score(architecture, observation.Measurement));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _level.Save(writer);
        writer.Write(_proposed);
        writer.Write(_observed);
        _scores.Save(writer);
        _ensemble.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var level = Level.Restore(_setup.Space.Decisions, ref reader);
        var (proposed, observed) = (reader.Int32(), reader.Int32());
        var scores = KnownScores.Restore(_setup.Space.Decisions, ref reader);
        var ensemble = _ensemble.Restore(ref reader);
        reader.Done();
        (_level, _proposed, _observed, _scores, _ensemble) = (level, proposed, observed, scores, ensemble);
    }

    /// <summary>The next level that has something to train, and the surrogates that chose it; null after the last.</summary>
    private (Level Level, SurrogateEnsemble Ensemble)? Next(ProposalContext context)
    {
        for (var level = _level; level.Number + 1 < _levels.Count;)
        {
            var number = level.Number + 1;
            var children = level.Number < 0
                ? _levels.First()
                : level.All.OrderByDescending(one => Score(one) ?? double.NegativeInfinity).Take(_options.Beam)
                    .SelectMany(one => _levels.Children(one, number));
            var networks = children.DistinctBy(_setup.Space.Canonical)
                .Where(one => _limits.Allow(one, number == _levels.Count - 1)).ToArray();
            var unknown = networks.Where(one => !_scores.TryGet(_setup.Space.Canonical(one), out _)).ToArray();
            level = new Level(number, [.. unknown], [], [.. networks.Except(unknown)]);
            if (networks.Length == 0)
            {
                return number > 0 ? null : throw new InputException(
                    $"The {Owner} finds no network of the first level within the objective's limits; "
                    + $"they must leave room for the smallest networks of space '{_setup.Space.Decisions.Id}'.");
            }

            if (unknown.Length > 0)
            {
                return number == 0 ? (level, _ensemble) : Chosen(level, context);
            }
        }

        return null;
    }

    /// <summary>The most promising of a level, by surrogates that are trained on first.</summary>
    private (Level Level, SurrogateEnsemble Ensemble) Chosen(Level level, ProposalContext context)
    {
        var data = _scores.Targets();
        var ensemble = data.Count == 0
            ? _ensemble
            : _ensemble.Fit(data, level.Number == 1 ? _options.FirstRate : _options.Rate, context.Random("surrogates"));
        var best = level.Queue.Zip(ensemble.Predict([.. level.Queue.Select(_setup.Space.Canonical)]))
            .OrderByDescending(one => one.Second).Take(_options.Beam).ToArray();
        return (level with { Queue = [.. best.Select(one => one.First)], Predicted = [.. best.Select(one => one.Second)] }, ensemble);
    }

    private double? Score(Architecture architecture) => _scores.TryGet(_setup.Space.Canonical(architecture), out var score) ? score : null;
}
