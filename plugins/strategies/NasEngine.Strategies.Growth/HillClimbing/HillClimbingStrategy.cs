using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.HillClimbing;

/// <summary>
/// Hill climbing by network morphisms (NASH, Elsken et al., arXiv 1711.04528, algorithm 1): a small network is trained; then in each
/// round it and some networks that grew from it by random morphisms are trained for a few epochs, all from its weights, and the best of
/// them is the parent of the next round.
/// </summary>
/// <remarks>
/// A child keeps to the objective's limits on costs that are known beforehand. A first network that failed is trained anew; a round of
/// which all failed is followed by another one of the same parent. When nothing grows any more within the limits, the search ends.
/// </remarks>
internal sealed class HillClimbingStrategy : IStrategy
{
    private const string Owner = "strategy 'hill-climbing'";
    private const byte StateVersion = 1;

    private readonly HillClimbingOptions _options;
    private readonly StrategySetup _setup;
    private readonly Offspring _offspring;
    private readonly Architecture _start;
    private Trained? _parent;
    private Round _round = Round.None;
    private long _rounds;

    /// <exception cref="InputException">The space does not grow, or the start is no architecture of it.</exception>
    public HillClimbingStrategy(HillClimbingOptions options, StrategySetup setup)
    {
        (_options, _setup) = (options, setup);
        var space = setup.Space as IGrowingSpace ?? throw new InputException(
            $"The {Owner} needs a space whose networks grow, and '{setup.Space.Decisions.Id}' says of none what it grows into; "
                + "'morphism' is such a space.");
        _offspring = new Offspring(space, setup);
        _start = space.Canonical(options.Start.Length > 0
            ? space.Parse(options.Start)
            : space.Decisions.Architecture(new int[space.Decisions.Decisions.Length]));
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => true;

    /// <inheritdoc/>
    public StrategyStatus Status => new()
    {
        Scalars = _parent is null
            ? StrategyStatus.Empty.Scalars.Add("rounds", _rounds)
            : StrategyStatus.Empty.Scalars.Add("rounds", _rounds).Add("parent_score", _parent.Score),
    };

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => [.. new[] { _parent, _round.Best }.OfType<Trained>().Select(trained => trained.Number)];

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_parent is null)
        {
            return context.Pending.IsEmpty ? new Trial(_start, new Fidelity(_options.StartEpochs)) { Keep = true } : null;
        }

        if (_round.IsOver)
        {
            var children = _offspring.Of(_parent.Architecture, _options.Children - 1, _options.Morphs, context.Random("children"));
            if (children.IsEmpty)
            {
                return null;
            }

            _round = Round.None with { Members = [_parent.Architecture, .. children] };
            _rounds++;
        }

        if (_round.Next is not { } next)
        {
            return null;
        }

        _round = _round with { Proposed = _round.Proposed + 1 };
        return new Trial(next, new Fidelity(_options.Epochs) { PriorEpochs = _parent.Epochs })
        {
            Keep = true,
            Weights = WeightOrigin.Of(_parent.Number),
        };
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var (architecture, fidelity) = (Trial)observation.Candidate.Work;
        var trained = _setup.Score(architecture, observation.Measurement) is { } score && double.IsFinite(score)
            ? new Trained(architecture, observation.Candidate.Number, score, observation.Feasibility.Violation, Passes(fidelity))
            : null;
        if (_parent is null)
        {
            _parent = trained;
            return;
        }

        _round = _round.With(trained);
        if (_round.IsOver)
        {
            (_parent, _round) = (_round.Best ?? _parent, Round.None);
        }
    }

    /// <summary>Empty: the trials with the most epochs behind them are those of the last round, and the engine ranks these.</summary>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        Trained.Save(_parent, writer);
        _round.Save(writer);
        writer.Write(_rounds);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var parent = Trained.Restore(_setup.Space.Decisions, ref reader);
        var round = Round.Restore(_setup.Space.Decisions, ref reader);
        var rounds = reader.Int64();
        reader.Done();
        (_parent, _round, _rounds) = (parent, round, rounds);
    }

    private static double Passes(Fidelity fidelity) => fidelity.PriorEpochs + (fidelity.EpochEquivalents ?? 0);
}
