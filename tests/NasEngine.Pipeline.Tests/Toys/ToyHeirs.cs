using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>
/// Every trial leaves its network and starts from that of the best before it; with a supernet, every third candidate is such a trial
/// and a slice, the others are steps.
/// </summary>
internal sealed class ToyHeirs(WorkKind kind) : IStrategy
{
    private long _best = -1;
    private double _score = double.NegativeInfinity;

    public WorkKind Kind => kind;

    public StrategyStatus Status => new() { Scalars = StrategyStatus.Empty.Scalars.Add("best", _best) };

    public ImmutableArray<long>? Wanted => _best < 0 ? [] : [_best];

    public WorkItem Propose(ProposalContext context)
    {
        var architecture = new Architecture("toy", [context.Random("toy").NextInt(4), (int)(context.Number % 3)]);
        var trial = new Trial(architecture, Fidelity.Full) { Keep = true };
        return kind == WorkKind.Trials ? trial with { Weights = _best < 0 ? WeightOrigin.Fresh : WeightOrigin.Of(_best) }
            : context.Number % 3 == 2 ? trial with { Weights = WeightOrigin.Supernet }
            : new SupernetStep("uniform", [architecture], [], SupernetStep.NoSettings);
    }

    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is Trial && observation.Measurement.Metrics.GetValueOrDefault("score", double.NegativeInfinity) is var score && score > _score)
        {
            (_best, _score) = (observation.Candidate.Number, score);
        }
    }

    public ImmutableArray<Architecture> Recommend(int count) => [];

    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, 1);
        writer.Write(_best);
        writer.Write(_score);
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'heirs'", state.Span, 1);
        (_best, _score) = (reader.Int64(), reader.Double());
        reader.Done();
    }
}
