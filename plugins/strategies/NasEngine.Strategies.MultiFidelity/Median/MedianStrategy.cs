using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Median;

/// <summary>
/// Median stopping: a candidate is trained an interval at a time, and no further once <see cref="MedianRule"/> stops it. Who goes on comes
/// before newcomers, the oldest first.
/// </summary>
internal sealed class MedianStrategy(MedianOptions options, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 1;

    private readonly Proposer _proposer = new("median-stopping", setup);
    private readonly List<Curve> _curves = [];

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => new()
    {
        Scalars = StrategyStatus.Empty.Scalars
            .Add("candidates", _curves.Count)
            .Add("stopped", _curves.Count(curve => curve.IsOver && curve.Length < options.Intervals))
            .Add("finished", _curves.Count(curve => curve.Length == options.Intervals)),
    };

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => [.. Waiting.Select(curve => curve.Last)];

    private IEnumerable<Curve> Waiting => _curves.Where(curve => !curve.IsPending && !curve.IsOver);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (Waiting.FirstOrDefault() is { } curve)
        {
            var parent = curve.Last;
            (curve.Last, curve.IsPending) = (context.Number, true);
            return new Trial(curve.Architecture, new Fidelity(options.Interval) { PriorEpochs = curve.Length * options.Interval })
            {
                Weights = WeightOrigin.Of(parent),
                Keep = curve.Length + 1 < options.Intervals,
            };
        }

        if (_proposer.Propose(context) is not { } newcomer)
        {
            return null;
        }

        _curves.Add(new Curve(newcomer, context.Number) { Last = context.Number });
        return new Trial(newcomer, new Fidelity(options.Interval)) { Keep = options.Intervals > 1 };
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var curve = _curves.Single(one => one.IsPending && one.Last == observation.Candidate.Number);
        curve.IsPending = false;
        if (setup.Score(curve.Architecture, observation.Measurement) is { } score)
        {
            curve.Add(score);
            curve.IsOver = curve.Length == options.Intervals || MedianRule.Stops(curve, _curves, options);
        }
        else
        {
            curve.IsOver = true;
        }

        _proposer.Observe(observation);
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => _proposer.Learn(observation);

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => [];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_curves.Count);
        foreach (var curve in _curves)
        {
            curve.Save(writer);
        }

        _proposer.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'median-stopping'", state.Span, StateVersion);
        var curves = new List<Curve>();
        for (var left = reader.Int32(); left > 0; left--)
        {
            curves.Add(Curve.Restore(setup.Space.Decisions, ref reader));
        }

        _proposer.Restore(ref reader);
        reader.Done();
        _curves.Clear();
        _curves.AddRange(curves);
    }
}
