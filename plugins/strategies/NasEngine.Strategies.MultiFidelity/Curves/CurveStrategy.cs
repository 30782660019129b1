using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.Curves;

/// <summary>
/// A candidate is trained an interval at a time, and no further once a rule stops it. Who goes on comes before newcomers, the oldest first.
/// </summary>
/// <param name="id">Id of the strategy.</param>
/// <param name="options">The intervals.</param>
/// <param name="rule">Who is stopped.</param>
/// <param name="setup">What it is made with.</param>
internal sealed class CurveStrategy(string id, CurveOptions options, IStoppingRule rule, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 1;

    private readonly Proposer _proposer = new(id, setup);
    private readonly List<Curve> _curves = [];
    private readonly SortedDictionary<long, Curve> _pending = [];
    private readonly SortedDictionary<long, Curve> _waiting = [];
    private (int Stopped, int Finished) _over;

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => true;

    /// <inheritdoc/>
    public StrategyStatus Status => new()
    {
        Scalars = StrategyStatus.Empty.Scalars
            .Add("candidates", _curves.Count)
            .Add("stopped", _over.Stopped)
            .Add("finished", _over.Finished),
    };

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => [.. _waiting.Values.Select(curve => curve.Last)];

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_waiting.Values.FirstOrDefault() is { } curve)
        {
            var parent = curve.Last;
            (curve.Last, curve.IsPending) = (context.Number, true);
            _waiting.Remove(curve.First);
            _pending.Add(context.Number, curve);
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
        _pending.Add(context.Number, _curves[^1]);
        return new Trial(newcomer, new Fidelity(options.Interval)) { Keep = options.Intervals > 1 };
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var curve = _pending[observation.Candidate.Number];
        _pending.Remove(curve.Last);
        curve.IsPending = false;
        if (setup.Score(curve.Architecture, observation.Measurement) is { } score)
        {
            curve.Add(score);
            rule.Learn(curve);
            curve.IsOver = curve.Length == options.Intervals || rule.Stops(curve);
        }
        else
        {
            curve.IsOver = true;
        }

        Sort(curve);
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
        var reader = new StateReader($"strategy '{id}'", state.Span, StateVersion);
        var curves = new List<Curve>();
        for (var left = reader.Int32(); left > 0; left--)
        {
            curves.Add(Curve.Restore(setup.Space.Decisions, ref reader));
        }

        _proposer.Restore(ref reader);
        reader.Done();
        _curves.Clear();
        _pending.Clear();
        _waiting.Clear();
        _over = (0, 0);
        rule.Relearn(curves);
        foreach (var curve in curves)
        {
            _curves.Add(curve);
            Sort(curve);
        }
    }

    private void Sort(Curve curve)
    {
        if (curve.IsOver)
        {
            _over = curve.Length == options.Intervals ? (_over.Stopped, _over.Finished + 1) : (_over.Stopped + 1, _over.Finished);
        }
        else if (curve.IsPending)
        {
            _pending.Add(curve.Last, curve);
        }
        else
        {
            _waiting.Add(curve.First, curve);
        }
    }
}
