using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>
/// Random search: each proposal is drawn from the candidate's own random numbers, so nothing depends on results, on
/// failures or on what is pending. With <see cref="RandomOptions.Unique"/> it remembers what it proposed; with
/// <see cref="RandomOptions.Feasible"/> it draws until an architecture keeps to the limits.
/// </summary>
internal sealed class RandomStrategy(RandomOptions options, StrategySetup setup) : IStrategy
{
    /// <summary>Draws for one new network before the space counts as exhausted.</summary>
    private const int NewDraws = 10_000;

    /// <summary>Draws for one network within limits, of which there may be few among many.</summary>
    private const int FeasibleDraws = 100_000;

    /// <summary>Architectures of a space that is gone through one by one when draws find nothing new.</summary>
    private const int MostEnumerated = 100_000;

    private const byte StateVersion = 1;

    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private readonly Proposed _proposed = new(setup.Space.Decisions);
    private readonly KnownLimits? _limits = options.Feasible ? new KnownLimits(setup) : null;
    private readonly int _draws = options.Feasible ? FeasibleDraws : options.Unique ? NewDraws : 1;

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => StrategyStatus.Empty;

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var random = context.Random(options.Stream);
        for (var draw = 0; draw < _draws; draw++)
        {
            var architecture = _decisions.Sample(random);
            if (_limits?.Allow(architecture) != false
                && (!options.Unique || _proposed.Add(setup.Space.Canonical(architecture))))
            {
                return new Trial(architecture, Fidelity.Full);
            }
        }

        return options.Unique && _decisions.Size <= MostEnumerated ? Remaining(random) : null;
    }

    /// <summary>One of the networks that draws no longer find, each as likely; null when none is left.</summary>
    private Trial? Remaining(RandomSource random)
    {
        Architecture[] left = [.. _decisions.Enumerate()
            .Where(architecture => _limits?.Allow(architecture) != false && !_proposed.Knows(setup.Space.Canonical(architecture)))
            .DistinctBy(setup.Space.Canonical)];
        if (left.Length == 0)
        {
            return null;
        }

        var chosen = left[random.NextInt(left.Length)];
        _proposed.Add(setup.Space.Canonical(chosen));
        return new Trial(chosen, Fidelity.Full);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
    }

    /// <inheritdoc/>
    public void Learn(Observation observation)
    {
        if (options.Unique && observation.Candidate.Work is Trial { Architecture: var architecture })
        {
            _proposed.Add(setup.Space.Canonical(architecture));
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state) => _proposed.Save(new StateWriter(state, StateVersion));

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'random'", state.Span, StateVersion);
        _proposed.Restore(ref reader);
        reader.Done();
    }
}
