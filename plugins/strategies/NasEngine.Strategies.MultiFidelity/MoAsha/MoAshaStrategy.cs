using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.MultiFidelity.MoAsha;

/// <summary>
/// Asynchronous successive halving for several objectives (MO-ASHA, Schmucker et al., arXiv 2106.12639): as ASHA, but who goes up a rung
/// is decided by <see cref="ParetoOrder"/> over the axes of the objective's Pareto front. With one axis it is ASHA by that metric.
/// </summary>
internal sealed class MoAshaStrategy(RungOptions options, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 1;

    private readonly RungTrial _trial = new(options);
    private readonly Proposer _proposer = new("mo-asha", setup);
    private readonly SortedDictionary<long, int> _pending = [];
    private ContenderRung[] _rungs = [.. Enumerable.Range(0, options.Top + 1).Select(_ => new ContenderRung())];

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public StrategyStatus Status => new()
    {
        Scalars = StrategyStatus.Empty.Scalars.AddRange(
            _rungs.Select((rung, place) => KeyValuePair.Create($"rung_{place}", (double)rung.All.Count))),
    };

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted =>
        options.Continue ? [.. _rungs[..^1].SelectMany(rung => rung.Waiting).Select(contender => contender.Number)] : [];

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        for (var rung = _rungs.Length - 2; rung >= 0; rung--)
        {
            if (_rungs[rung].Promotable(options.Eta) is { } best)
            {
                _rungs[rung].Promote(best);
                _pending.Add(context.Number, rung + 1);
                return _trial.Next(new Entrant(best.Number, best.Architecture, best.Values[0]), rung + 1);
            }
        }

        if (_proposer.Propose(context) is not { } newcomer)
        {
            return null;
        }

        _pending.Add(context.Number, 0);
        return _trial.First(newcomer, 0);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var (number, work) = observation.Candidate;
        var architecture = ((Trial)work).Architecture;
        ImmutableArray<double> values = [.. setup.Objective.Axes.Select(axis => Value(axis, architecture, observation.Measurement))];
        if (_pending.Remove(number, out var rung) && observation.Measurement.Failure is null && values.All(double.IsFinite))
        {
            _rungs[rung].Add(new Contender(number, architecture, values, observation.Feasibility.Violation));
        }

        _proposer.Observe(observation);
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => _proposer.Learn(observation);

    /// <summary>Those of the highest rung with results, and so on down; with one axis the engine ranks them.</summary>
    public ImmutableArray<Architecture> Recommend(int count) => setup.Objective.Axes.Length == 1
        ? []
        : [.. _rungs.Reverse().SelectMany(rung => ParetoOrder.Of(rung.All)).Select(one => one.Architecture).Distinct().Take(count)];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        writer.Write(_rungs.Length);
        foreach (var rung in _rungs)
        {
            rung.Save(writer);
        }

        writer.Write(_pending.Count);
        foreach (var (number, rung) in _pending)
        {
            writer.Write(number);
            writer.Write(rung);
        }

        _proposer.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'mo-asha'", state.Span, StateVersion);
        var saved = reader.Int32();
        if (saved != _rungs.Length)
        {
            throw new InputException(
                $"The saved state of strategy 'mo-asha' has {saved} rungs, and its options make {_rungs.Length}; set eta, minEpochs and "
                + "maxEpochs as they were.");
        }

        var rungs = new ContenderRung[saved];
        for (var rung = 0; rung < saved; rung++)
        {
            rungs[rung] = ContenderRung.Restore(setup.Space.Decisions, ref reader);
        }

        _pending.Clear();
        for (var left = reader.Int32(); left > 0; left--)
        {
            _pending.Add(reader.Int64(), reader.Int32());
        }

        _proposer.Restore(ref reader);
        reader.Done();
        _rungs = rungs;
    }

    private double Value(ObjectiveAxis axis, Architecture architecture, Measurement measurement)
    {
        var value = measurement.Metrics.TryGetValue(axis.Metric, out var measured) ? measured
            : setup.Costs.Knows(axis.Metric) ? setup.Costs.Cost(axis.Metric, architecture)
            : double.NaN;
        return axis.Direction == Direction.Maximize ? value : -value;
    }
}
