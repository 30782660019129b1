using System.Buffers;
using System.Collections.Immutable;

namespace NasEngine.Contracts;

/// <summary>
/// A search strategy. The engine calls it from one thread at a time, and its state must be a function of the calls made
/// to it: no clock, no shared random stream, no threads of its own. Everything random comes from the context.
/// </summary>
/// <remarks>
/// An exception stops the search and is reported with the strategy's id; what was finished stays in the journal. A call
/// that does not return within the engine's limit is treated the same way.
/// <para>
/// A search may be given a larger budget later. The strategy is then made with that and shown all results again; where it makes the same
/// proposals, as one that does not plan by <see cref="StrategySetup.Budget"/> does, the search goes on, and otherwise that is refused.
/// </para>
/// </remarks>
public interface IStrategy
{
    /// <summary>What it proposes.</summary>
    WorkKind Kind { get; }

    /// <summary>Where it stands now.</summary>
    StrategyStatus Status { get; }

    /// <summary>
    /// Numbers of observed candidates whose networks (<see cref="Trial.Keep"/>) later proposals may still start from, asked for after
    /// each observation: the others are deleted, but for those that pending candidates start from. Null leaves the choice to the
    /// engine, which keeps those of the best trials.
    /// </summary>
    ImmutableArray<long>? Wanted => null;

    /// <summary>
    /// Whether all trials that it proposes say their epochs (<see cref="Fidelity.Epochs"/>). A budget of epochs, which counts them, is
    /// refused with one that does not.
    /// </summary>
    bool SaysEpochs => false;

    /// <summary>
    /// The next work, or null when it wants results of pending candidates first. Null with nothing pending ends the
    /// search before its budget. A null answer leaves the state as it was: it may be asked for again.
    /// </summary>
    WorkItem? Propose(ProposalContext context);

    /// <summary>
    /// What came of a candidate. In a deterministic search, candidates are observed in the order of their numbers.
    /// </summary>
    void Observe(Observation observation);

    /// <summary>
    /// What came of a candidate that it did not propose: of another strategy that shares the search, or of an earlier search over the
    /// same space. What follows from it is the strategy's own; nothing, where it is not overridden.
    /// </summary>
    void Learn(Observation observation)
    {
    }

    /// <summary>
    /// The architectures it holds for the best, best first, at most <paramref name="count"/>. Empty leaves the choice to
    /// the engine, which ranks the trials by the objective.
    /// </summary>
    ImmutableArray<Architecture> Recommend(int count);

    /// <summary>Writes all its state; the layout and its version are the strategy's own.</summary>
    void Save(IBufferWriter<byte> state);

    /// <summary>Takes the state that <see cref="Save"/> wrote, perhaps in an earlier version of the plugin.</summary>
    /// <exception cref="InputException">The state is not one this version reads.</exception>
    void Restore(ReadOnlyMemory<byte> state);
}
