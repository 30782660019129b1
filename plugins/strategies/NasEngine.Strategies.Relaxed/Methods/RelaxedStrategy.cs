using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Relaxed;

/// <summary>
/// A method that weighs choices as a strategy: one step at a time. A step that failed leaves the architecture parameters as they
/// were and is counted as <c>skipped_steps</c>.
/// </summary>
internal sealed class RelaxedStrategy(IRelaxedMethod method, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 3;

    private readonly IRelaxedSpace _space = Needs.Mixtures(setup, method.Id);
    private Learned _state = method.Start;

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.SupernetSteps;

    /// <inheritdoc/>
    public StrategyStatus Status => RelaxedStatus.Of(_state, method, _space, setup.Objective);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context) => context.Pending.IsEmpty ? method.Propose(_state, context) : null;

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var step = observation.Candidate.Work as SupernetStep ?? throw new InvalidOperationException(
            $"Candidate {observation.Candidate.Number} is no supernet step; {Owner} proposes nothing else.");
        var next = observation.Measurement.Failure is null
            ? method.Observe(_state, step, observation)
            : _state with { Skipped = _state.Skipped + 1 };
        _state = next with { Step = observation.Candidate.Number + 1 };
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => count < 1 ? [] : method.Recommend(_state, count);

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state) => _state.Save(new StateWriter(state, StateVersion));

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(Owner, state.Span, StateVersion);
        var begun = reader.Version > 1 || reader.Flag();
        var restored = begun ? Learned.Restore(method.Start, method.Adam, ref reader) : method.Start;
        reader.Done();
        _state = restored;
    }

    private string Owner => Needs.Owner(method.Id);
}
