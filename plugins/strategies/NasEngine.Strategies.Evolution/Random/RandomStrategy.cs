using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Evolution;

/// <summary>
/// Random search: each proposal is drawn from the candidate's own random numbers, so nothing depends on results, on
/// failures or on what is pending. With <see cref="RandomOptions.Unique"/> it remembers what it proposed.
/// </summary>
internal sealed class RandomStrategy(RandomOptions options, StrategySetup setup) : IStrategy
{
    /// <summary>Draws for one new network before the space counts as exhausted.</summary>
    private const int Draws = 10_000;

    private const byte StateVersion = 1;

    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private readonly Proposed _proposed = new(setup.Space.Decisions);

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => StrategyStatus.Empty;

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        var random = context.Random("architecture");
        for (var draw = 0; draw < (options.Unique ? Draws : 1); draw++)
        {
            var architecture = _decisions.Sample(random);
            if (!options.Unique || _proposed.Add(setup.Space.Canonical(architecture)))
            {
                return new Trial(architecture, Fidelity.Full);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
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
