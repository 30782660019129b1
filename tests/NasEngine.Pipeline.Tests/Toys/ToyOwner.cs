using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>Lets the first strategy that it was given decide.</summary>
internal sealed class ToyOwner(StrategySetup setup) : IStrategy
{
    private readonly IStrategy _owned = setup.Make(setup.Inner[0]);

    public WorkKind Kind => _owned.Kind;

    public StrategyStatus Status => _owned.Status;

    public WorkItem? Propose(ProposalContext context) => _owned.Propose(context);

    public void Observe(Observation observation) => _owned.Observe(observation);

    public ImmutableArray<Architecture> Recommend(int count) => _owned.Recommend(count);

    public void Save(IBufferWriter<byte> state) => _owned.Save(state);

    public void Restore(ReadOnlyMemory<byte> state) => _owned.Restore(state);
}
