using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Seams;

/// <summary>Climbs from trial to trial: each starts from the network of the best so far, and leaves its own.</summary>
internal sealed class MorphingStrategy(StrategySetup setup) : IStrategy
{
    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private Architecture? _best;
    private double _loss;
    private long _number;

    public WorkKind Kind => WorkKind.Trials;

    public StrategyStatus Status => StrategyStatus.Empty;

    public ImmutableArray<long>? Wanted => _best is null ? [] : [_number];

    public WorkItem Propose(ProposalContext context) => _best is null
        ? new Trial(_decisions.Sample(context.Random("start")), Fidelity.Full) { Keep = true }
        : new Trial(_decisions.Mutate(_best, context.Random("mutation")), new Fidelity(Epochs: 1)) { Keep = true, Weights = WeightOrigin.Of(_number) };

    public void Observe(Observation observation)
    {
        if (observation.Measurement is { Failure: null, Metrics: var metrics } && (_best is null || metrics[MetricNames.ValidationLoss] < _loss))
        {
            (_best, _number) = (((Trial)observation.Candidate.Work).Architecture, observation.Candidate.Number);
            _loss = metrics[MetricNames.ValidationLoss];
        }
    }

    public ImmutableArray<Architecture> Recommend(int count) => _best is null ? [] : [.. new[] { _best }.Take(count)];

    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, 1);
        writer.Write(_number);
        writer.Write(_loss);
        writer.Write((_best?.Values ?? []).AsSpan());
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'morphing'", state.Span, 1);
        var (number, loss, values) = (reader.Int64(), reader.Double(), reader.Int32s());
        reader.Done();
        (_number, _loss, _best) = (number, loss, values.Length == 0 ? null : _decisions.Architecture(values));
    }
}
