using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// A controller of neural architecture search: draws architectures from an LSTM policy and trains the policy by their scores, with
/// REINFORCE (Zoph and Le, ICLR 2017) or PPO (NASNet, CVPR 2018; MnasNet, CVPR 2019).
/// </summary>
/// <remarks>
/// It never waits: with several workers the policy that drew an architecture may be older than the one that learns from its score, and
/// <see cref="SurrogateObjective"/> accounts for it. What misses the objective's limits on costs known beforehand is not proposed; it
/// counts with the lowest score so far, as does an architecture that cannot be built or diverges. A trial that was lost with its
/// worker says nothing. A policy that has settled on what is known tries it again; one that draws nothing within the limits tries
/// what comes nearest, and says so when there was no trial yet.
/// </remarks>
internal sealed class PolicyStrategy : IStrategy
{
    private const byte StateVersion = 1;

    /// <summary>Draws for one proposal.</summary>
    private const int Draws = 1_000;

    /// <summary>Draws within the limits that are nothing new, after which a policy has settled.</summary>
    private const int Repeats = 500;

    private readonly string _id;
    private readonly PolicyOptions _options;
    private readonly StrategySetup _setup;
    private readonly SequencePolicy _policy;
    private PolicyLearner _learner;
    private KnownScores _known = new();
    private SortedDictionary<long, double[]> _pending = [];

    /// <summary>A controller that has learned nothing.</summary>
    public PolicyStrategy(string id, PolicyOptions options, StrategySetup setup)
    {
        (_id, _options, _setup) = (id, options, setup);
        _policy = new SequencePolicy(setup.Space.Decisions, options.Layers, options.Units);
        _learner = new PolicyLearner(options, _policy, setup.Random("controller"));
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => _learner is { Baseline: { } baseline, Entropy: { } entropy } ? new StrategyStatus
    {
        Scalars = StrategyStatus.Empty.Scalars.Add("baseline", baseline).Add("entropy", entropy).Add("updates", _learner.Updates),
    } : StrategyStatus.Empty;

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var episode = Next(context);
        _pending.Add(context.Number, episode.LogProbabilities);
        return new Trial(episode.Architecture, Fidelity.Full);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate is not { Work: Trial { Architecture: var architecture }, Number: var number } ||
            !_pending.Remove(number, out var drawn) ||
            observation.Measurement.Failure is { Kind: FailureKind.Transient })
        {
            return;
        }

        var score = _setup.Score(architecture, observation.Measurement);
        _known.Add(_setup.Space.Canonical(architecture), score);
        Teach(architecture, drawn, score);
    }

    /// <summary>
    /// A network that others measured is not proposed; it teaches when the policy draws it, since nobody says how likely it was where it
    /// came from.
    /// </summary>
    public void Learn(Observation observation)
    {
        if (observation.Candidate.Work is Trial { Architecture: var architecture } &&
            observation.Measurement.Failure is not { Kind: FailureKind.Transient })
        {
            _known.Add(_setup.Space.Canonical(architecture), _setup.Score(architecture, observation.Measurement));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _learner.Save(writer);
        _known.Save(writer);
        writer.Write(_pending.Count);
        foreach (var (number, drawn) in _pending)
        {
            writer.Write(number);
            writer.Write(drawn);
        }
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader($"strategy '{_id}'", state.Span, StateVersion);
        var decisions = _setup.Space.Decisions;
        var learner = PolicyLearner.Restore(_options, _policy, decisions, ref reader);
        var known = KnownScores.Restore(decisions, ref reader);
        var pending = new SortedDictionary<long, double[]>();
        for (var left = reader.Int32(); left > 0; left--)
        {
            pending.Add(reader.Int64(), reader.Doubles());
        }

        reader.Done();
        (_learner, _known, _pending) = (learner, known, pending);
    }

    /// <summary>
    /// The next draw that is new and within the limits. Those on the way that are not teach the policy too, as many of them as a batch
    /// has.
    /// </summary>
    private Episode Next(ProposalContext context)
    {
        var random = context.Random("policy");
        var running = context.Pending.SelectMany(candidate => candidate.Work.Architectures).Select(_setup.Space.Canonical).ToHashSet();
        var (nearest, violation, lessons) = ((Episode?)null, double.PositiveInfinity, _options.Batch);
        for (var (draw, repeats) = (0, 0); draw < Draws && repeats < Repeats; draw++)
        {
            var episode = _learner.Draw(random);
            var network = _setup.Space.Canonical(episode.Architecture);
            var missed = _setup.Predict(episode.Architecture).Violation;
            double? score = null;
            if (missed == 0 && (!_options.Unique || (!running.Contains(network) && !_known.TryGet(network, out score))))
            {
                return episode;
            }

            repeats += missed == 0 ? 1 : 0;
            (nearest, violation) = nearest is null || missed < violation ? (episode, missed) : (nearest, violation);
            if ((missed > 0 || !running.Contains(network)) && lessons-- > 0)
            {
                Teach(episode.Architecture, episode.LogProbabilities, score);
            }
        }

        return violation == 0 || _known.Count > 0 ? nearest! : throw new InputException(
            $"The strategy '{_id}' found none of {Draws} architectures that it drew within the limits on {Limited}; "
            + "loosen them, or take a space that has smaller networks.");
    }

    /// <summary>The costs that have limits.</summary>
    private string Limited => string.Join(
        ", ", _setup.Objective.Constraints.Select(limit => limit.Metric).Where(_setup.Costs.Knows).Distinct());

    private void Teach(Architecture architecture, double[] drawn, double? score)
    {
        if ((score ?? _known.Lowest) is { } reward)
        {
            _learner.Add(new Sample(architecture, drawn, reward));
        }
    }
}
