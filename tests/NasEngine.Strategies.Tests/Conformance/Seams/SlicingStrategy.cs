using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Tests.Seams;

/// <summary>
/// Trains one sampled path a step, and after every third step measures a slice; the best slice is a child of the next steps. It may
/// also train an architecture on its own now and then, by another estimator.
/// </summary>
internal sealed class SlicingStrategy(StrategySetup setup, bool alone) : IStrategy
{
    private const int Round = 4;

    private readonly DecisionSpace _decisions = setup.Space.Decisions;
    private Architecture? _best;
    private double _accuracy;
    private long _proposed;

    public WorkKind Kind => WorkKind.Both;

    public StrategyStatus Status => new() { Scalars = StrategyStatus.Empty.Scalars.Add("best", _accuracy) };

    public WorkItem Propose(ProposalContext context)
    {
        var architecture = _best is null || _proposed % 2 == 0
            ? _decisions.Sample(context.Random("path"))
            : _decisions.Mutate(_best, context.Random("child"));
        var place = _proposed++ % Round;
        return place < Round - 1
            ? new SupernetStep("uniform", [architecture], [], SupernetStep.NoSettings) { SchedulePosition = Math.Min(1, _proposed / 60.0) }
            : alone && _proposed % (2 * Round) == 0
                ? new Trial(architecture, new Fidelity(Epochs: 0, Estimator: "proxy"))
                : new Trial(architecture, Fidelity.Full) { Weights = new SlicedWeights(CalibrationBatches: 2, ValidationBatches: 3) };
    }

    public void Observe(Observation observation)
    {
        if (observation is { Candidate.Work: Trial trial, Measurement: { Failure: null, Metrics: var metrics } }
            && metrics[MetricNames.ValidationAccuracy] > _accuracy)
        {
            (_best, _accuracy) = (trial.Architecture, metrics[MetricNames.ValidationAccuracy]);
        }
    }

    public ImmutableArray<Architecture> Recommend(int count) => _best is null ? [] : [.. new[] { _best }.Take(count)];

    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, 1);
        writer.Write(_proposed);
        writer.Write(_accuracy);
        writer.Write((_best?.Values ?? []).AsSpan());
    }

    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'slicing'", state.Span, 1);
        var (proposed, accuracy, values) = (reader.Int64(), reader.Double(), reader.Int32s());
        reader.Done();
        (_proposed, _accuracy, _best) = (proposed, accuracy, values.Length == 0 ? null : _decisions.Architecture(values));
    }
}
