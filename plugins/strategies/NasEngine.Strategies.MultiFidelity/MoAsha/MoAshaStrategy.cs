using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Strategies.MultiFidelity.Rungs;

namespace NasEngine.Strategies.MultiFidelity.MoAsha;

/// <summary>
/// Asynchronous successive halving for several objectives (MO-ASHA, Schmucker et al., arXiv 2106.12639): as ASHA, but who goes up a rung
/// is decided by <see cref="ParetoOrder"/> over the axes of the objective's Pareto front. With one axis it is ASHA by that metric.
/// </summary>
internal sealed class MoAshaStrategy(RungOptions options, StrategySetup setup) : IStrategy
{
    private const byte StateVersion = 2;

    private readonly RungTrial _trial = new(options);
    private readonly Proposer _proposer = new("mo-asha", setup);
    private Ladder<ContenderRung, Contender> _ladder = new(options.Top + 1);

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.Trials;

    /// <inheritdoc/>
    public bool SaysEpochs => true;

    /// <inheritdoc/>
    public StrategyStatus Status => _ladder.Status;

    /// <inheritdoc/>
    public ImmutableArray<long>? Wanted => options.Continue ? [.. _ladder.Waiting.Select(contender => contender.Number)] : [];

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (_ladder.Promote(options.Eta, context.Number) is var (best, from))
        {
            return _trial.Next(new Entrant(best.Number, best.Architecture, best.Values[0]), from + 1);
        }

        if (_proposer.Propose(context) is not { } newcomer)
        {
            return null;
        }

        _ladder.Add(context.Number);
        return _trial.First(newcomer, 0);
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        var (number, work) = observation.Candidate;
        var architecture = ((Trial)work).Architecture;
        ImmutableArray<double> values = [.. setup.Objective.Axes.Select(axis => Value(axis, architecture, observation.Measurement))];
        var isComplete = observation.Measurement.Failure is null && values.All(double.IsFinite);
        _ladder.Observe(number, isComplete ? new Contender(number, architecture, values, observation.Feasibility.Violation) : null);
        _proposer.Observe(observation);
    }

    /// <inheritdoc/>
    public void Learn(Observation observation) => _proposer.Learn(observation);

    /// <summary>Those of the highest rung with results, and so on down; with one axis the engine ranks them.</summary>
    public ImmutableArray<Architecture> Recommend(int count) => setup.Objective.Axes.Length == 1
        ? []
        : [.. _ladder.Rungs.Reverse().SelectMany(rung => ParetoOrder.Of(rung.All)).Select(one => one.Architecture).Distinct().Take(count)];

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _ladder.Save(writer);
        _proposer.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader("strategy 'mo-asha'", state.Span, StateVersion);
        var ladder = Ladder<ContenderRung, Contender>.Restore(
            "mo-asha", options.Top + 1, setup.Space.Decisions, ref reader, pairs: reader.Version < StateVersion);
        _proposer.Restore(ref reader);
        reader.Done();
        _ladder = ladder;
    }

    private double Value(ObjectiveAxis axis, Architecture architecture, Measurement measurement)
    {
        var value = measurement.Metrics.TryGetValue(axis.Metric, out var measured) ? measured
            : setup.Costs.Knows(axis.Metric) ? setup.Costs.Cost(axis.Metric, architecture)
            : double.NaN;
        return axis.Direction == Direction.Maximize ? value : -value;
    }
}
