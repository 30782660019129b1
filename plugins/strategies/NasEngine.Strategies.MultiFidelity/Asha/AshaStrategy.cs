using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Rungs;

namespace NasEngine.Strategies.MultiFidelity.Asha;

/// <summary>
/// Asynchronous successive halving (Li et al., "A System for Massively Parallel Hyperparameter Tuning", arXiv 1810.05934): no rung waits
/// until it is full; whoever is among the best 1/η of those measured in a rung so far may go up.
/// </summary>
internal sealed class AshaStrategy(RungOptions options, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 1;

    private readonly RungTrial _trial = new(options);
    private readonly Proposer _proposer = new("asha", setup);
    private Ladder<Rung, Entrant> _ladder = new(options.Top + 1);

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => true;

    /// <inheritdoc/>
    public StrategyStatus Status => _ladder.Status;

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => options.Continue ? [.. _ladder.Waiting.Select(entrant => entrant.Number)] : [];

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_ladder.Promote(options.Eta, context.Number) is var (entrant, from))
        {
            return _trial.Next(entrant, from + 1);
        }

        if (_proposer.Propose(context) is not { } newcomer)
        {
            return null;
        }

        _ladder.Add(context.Number);
        return _trial.First(newcomer, 0);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var (number, work) = observation.Candidate;
        var architecture = ((Trial)work).Architecture;
        _ladder.Observe(
            number, setup.Score(architecture, observation.Measurement) is { } score ? new Entrant(number, architecture, score) : null);
        _proposer.Observe(observation);
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => _proposer.Learn(observation);

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _ladder.Save(writer);
        _proposer.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'asha'", state.Span, StateVersion);
        var ladder = Ladder<Rung, Entrant>.Restore("asha", options.Top + 1, setup.Space.Decisions, ref reader);
        _proposer.Restore(ref reader);
        reader.Done();
        _ladder = ladder;
    }
}
