using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>
/// Local search (White et al., "Exploring the Loss Landscape in Neural Architecture Search", arXiv 2005.02960): from the best of a few
/// random architectures to a better neighbour, one choice away, until there is none; then from other random ones.
/// </summary>
/// <remarks>
/// No network is proposed twice, and none that misses the objective's limits on costs known beforehand, as long as random draws turn
/// up others. A round is the random starts, or the neighbours of one architecture in random order; the next one
/// begins when all that was proposed of it is observed. Candidates that failed or have no score are never climbed from.
/// </remarks>
internal sealed class LocalSearchStrategy(LocalSearchOptions options, StrategySetup setup) : IStrategy
{
    private const string Owner = "strategy 'local-search'";
    private const byte StateVersion = 1;

    /// <summary>Draws for one new network before the space counts as exhausted.</summary>
    private const int Draws = 10_000;

    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private Climb _climb = Climb.Begin(setup.Space.Decisions);

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => new()
    {
        Scalars = double.IsFinite(_climb.CentreScore)
            ? StrategyStatus.Empty.Scalars.Add("climbs", _climb.Starts).Add("centre_score", _climb.CentreScore)
            : StrategyStatus.Empty.Scalars.Add("climbs", _climb.Starts),
    };

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_climb.Next is null && _climb.IsObserved)
        {
            Go(context);
        }

        return _climb.Next is null ? null : new Trial(_climb.Take(), Fidelity.Full);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is Trial { Architecture: var architecture })
        {
            _climb.Observe(architecture, setup.Score(architecture, observation.Measurement), options.FirstBetter);
        }
    }

    /// <inheritdoc/>
    public void Learn(Observation observation)
    {
        if (observation.Candidate.Work is Trial { Architecture: var architecture })
        {
            _climb.Learn(setup.Space.Canonical(architecture), setup.Score(architecture, observation.Measurement));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state) => _climb.Save(new StateWriter(state, StateVersion));

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var climb = Climb.Restore(_decisions, ref reader);
        reader.Done();
        _climb = climb;
    }

    private void Go(ProposalContext context)
    {
        if (_climb.Better is { } better)
        {
            var neighbours = _decisions.Neighbours(better).Select(setup.Space.Canonical).Where(IsFeasible).ToArray();
            context.Random("order").Shuffle<Architecture>(neighbours);
            if (_climb.From(neighbours))
            {
                return;
            }
        }

        var random = context.Random("starts");
        var drawn = Enumerable.Range(0, Draws).Select(_ => setup.Space.Canonical(_decisions.Sample(random)));
        if (!_climb.Anew(drawn.Where(IsFeasible), options.Starts))
        {
            _climb.Anew(drawn, options.Starts);
        }
    }

    private bool IsFeasible(Architecture architecture) => setup.Predict(architecture).IsFeasible;
}
