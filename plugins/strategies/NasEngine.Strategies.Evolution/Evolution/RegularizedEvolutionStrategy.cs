using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>
/// Regularised evolution (Real et al., AAAI 2019, arXiv 1802.01548, algorithm 1): a random population first; then the
/// best of a sample is mutated, the child joins, and the oldest dies, however good it is.
/// </summary>
/// <remarks>
/// Candidates that failed or have no score never join; in the beginning others are drawn for them. While the first
/// population is all proposed but not all observed it waits; afterwards a parent is chosen among those observed so far,
/// whatever is pending.
/// </remarks>
internal sealed class RegularizedEvolutionStrategy(RegularizedEvolutionOptions options, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 1;

    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private Population _population = new(options.Population);

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => _population.Count == 0 ? StrategyStatus.Empty : new StrategyStatus
    {
        Scalars = StrategyStatus.Empty.Scalars
            .Add("population", _population.Count)
            .Add("population_best", _population.BestScore),
    };

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_population.IsFull)
        {
            var parent = _population.Tournament(options.Sample, context.Random("tournament"));
            return new Trial(_decisions.Mutate(parent, context.Random("mutation")), Fidelity.Full);
        }

        return _population.Count + context.Pending.Length < options.Population
            ? new Trial(_decisions.Sample(context.Random("architecture")), Fidelity.Full)
            : null;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is Trial { Architecture: var architecture } &&
            setup.Score(architecture, observation.Measurement) is { } score)
        {
            _population.Add(architecture, score);
        }
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => Observe(observation);

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state) => _population.Save(new StateWriter(state, StateVersion));

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'regularized-evolution'", state.Span, StateVersion);
        var population = Population.Restore(options.Population, _decisions, ref reader);
        reader.Done();
        _population = population;
    }
}
