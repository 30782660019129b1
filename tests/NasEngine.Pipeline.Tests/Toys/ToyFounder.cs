using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>All trials grow from the first one, whose fidelity is the lowest, and the first one is what it recommends.</summary>
internal sealed class ToyFounder : IStrategy
{
    public static Architecture First { get; } = new("toy", [3, 2]);

    public WorkKind Kind => WorkKind.Trials;

    public StrategyStatus Status => StrategyStatus.Empty;

    public bool SaysEpochs => true;

    public ImmutableArray<long>? Wanted => [0];

    public WorkItem Propose(ProposalContext context) => context.Number == 0
        ? new Trial(First, new Fidelity(Epochs: 1)) { Keep = true }
        : new Trial(new Architecture("toy", [context.Random("toy").NextInt(3), 0]), new Fidelity(Epochs: 0.5) { PriorEpochs = 1 })
        {
            Keep = true, Weights = WeightOrigin.Of(0),
        };

    public void Observe(Observation observation)
    {
    }

    public ImmutableArray<Architecture> Recommend(int count) => [First];

    public void Save(IBufferWriter<byte> state)
    {
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
    }
}
