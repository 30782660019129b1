using System.Buffers;
using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Probabilistic;

/// <summary>
/// PARSEC (arXiv 1902.05116) and FP-NAS (arXiv 2011.10949). Each step trains the shared weights on K sampled paths, all
/// weighted by importance, and measures K others on validation images; from their losses the distribution learns.
/// </summary>
/// <remarks>
/// A step that failed, or whose losses are not all finite, leaves the distribution as it was and is counted as
/// <c>skipped_steps</c> in the status.
/// </remarks>
internal sealed class ProbabilisticStrategy : IStrategy
{
    /// <summary>Name of the setting that tells the rule the scale of the losses in its weights.</summary>
    public const string LossScale = "loss_scale";

    private const byte StateVersion = 2;

    // The standard error of a mean cost is a sixteenth of the cost's spread.
    private const int ExpectationSamples = 256;

    private readonly Schedule _schedule;
    private readonly StrategySetup _setup;
    private readonly ImmutableSortedDictionary<string, double> _settings;
    private Learner _learner;
    private Progress _progress;

    public ProbabilisticStrategy(Schedule schedule, StrategySetup setup)
    {
        _schedule = schedule;
        _setup = setup;
        _settings = ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal)
            .Add(LossScale, schedule.Learning.LossScale);
        _learner = new Learner(schedule.Learning.Adam, setup.Space.Decisions, schedule.JointFrom <= 0);
        _progress = Progress.Start(setup.Objective.Targets.Length);
    }

    /// <inheritdoc/>
    public WorkKind Kind => WorkKind.SupernetSteps;

    /// <inheritdoc/>
    public StrategyStatus Status => StatusOf.Make(_learner, Samples, _progress, _setup);

    /// <summary>p(A|α) now.</summary>
    internal Distribution Distribution => _learner.Distribution;

    private int Samples => _schedule.Samples.At(Distribution.Entropy);

    /// <inheritdoc/>
    public WorkItem? Propose(ProposalContext context)
    {
        if (!context.Pending.IsEmpty)
        {
            return null;
        }

        var train = Draw(context.Random("train paths"), Samples);
        var warmingUp = context.Number < _schedule.Learning.WarmupSteps;
        var validate = warmingUp ? [] : Draw(context.Random("validation paths"), Samples);
        return new SupernetStep("importance", ImmutableArray<Route>.CastUp(train), ImmutableArray<Route>.CastUp(validate), _settings)
        {
            ValidationBatches = _schedule.Learning.ValidationBatches,
        };
    }

    /// <inheritdoc/>
    public void Observe(Observation observation)
    {
        if (observation.Candidate.Work is not SupernetStep step)
        {
            throw new InvalidOperationException(
                $"Candidate {observation.Candidate.Number} is no supernet step; {_schedule.Owner} proposes nothing else.");
        }

        if (step.Validate.Length > 0)
        {
            Learn([.. step.Validate.Cast<Architecture>()], observation);
        }

        if (!_learner.IsJoint && observation.Candidate.Number + 1 >= _schedule.JointFrom)
        {
            _learner.SwitchToJoint();
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Architecture> Recommend(int count) => Recommendation.Of(Distribution, _setup, count);

    /// <inheritdoc/>
    public void Save(IBufferWriter<byte> state)
    {
        var writer = new StateWriter(state, StateVersion);
        _learner.Save(writer);
        _progress.Save(writer);
    }

    /// <inheritdoc/>
    public void Restore(ReadOnlyMemory<byte> state)
    {
        var reader = new StateReader(_schedule.Owner, state.Span, StateVersion);
        var learner = Learner.Restore(_schedule.Learning.Adam, _setup.Space.Decisions, ref reader);
        var progress = Progress.Restore(ref reader, _setup.Objective.Targets.Length);
        reader.Done();
        (_learner, _progress) = (learner, progress);
    }

    private ImmutableArray<Architecture> Draw(RandomSource random, int count)
    {
        var paths = ImmutableArray.CreateBuilder<Architecture>(count);
        for (var k = 0; k < paths.Capacity; k++)
        {
            paths.Add(Distribution.Sample(random));
        }

        return paths.MoveToImmutable();
    }

    private void Learn(ImmutableArray<Architecture> paths, Observation observation)
    {
        var measurement = observation.Measurement;
        if (measurement.Failure is not null || LossesOf(paths, measurement) is not { } losses)
        {
            _progress = _progress with { Skipped = _progress.Skipped + 1 };
            return;
        }

        var drawn = Draw(observation.Random("expected costs"), ExpectationSamples);
        var costs = PathCosts.Of(drawn, _setup);
        var gradient = Distribution.Gradient(paths.AsSpan(), WeightsOf(paths, losses));
        var multipliers = _progress.Multipliers;
        if (_schedule.Learning.Constraint == CostConstraint.Expected)
        {
            var shares = costs.Shares(_setup.Objective.Targets);
            multipliers.Ascend(shares, _schedule.Learning.MultiplierGain).Subtract(gradient, Distribution, drawn.AsSpan(), shares);
            multipliers = multipliers.Ascend(shares, _schedule.Learning.MultiplierRate);
        }

        _learner.Ascend(gradient);
        _progress = _progress with { Loss = losses.Average(), Costs = costs.Means(), Multipliers = multipliers };
    }

    /// <summary>m_k.</summary>
    private double[] WeightsOf(ImmutableArray<Architecture> paths, double[] losses)
    {
        var learning = _schedule.Learning;
        var weights = ImportanceWeights.Of(losses, learning.LossScale);
        if (learning.Constraint == CostConstraint.Paths)
        {
            CostPenalty.Apply(weights, PathCosts.Of(paths, _setup).Excesses(_setup.Objective.Targets), learning.CostWeight);
        }

        if (learning.Baseline)
        {
            Baseline.Subtract(weights);
        }

        return weights;
    }

    /// <summary>The losses, or null when one is not finite.</summary>
    private static double[]? LossesOf(ImmutableArray<Architecture> paths, Measurement measurement)
    {
        if (!measurement.Series.TryGetValue(SeriesNames.ValidationLosses, out var losses) || losses.Length != paths.Length)
        {
            throw new InvalidOperationException(
                $"The estimator gave {(losses.IsDefault ? 0 : losses.Length)} values of '{SeriesNames.ValidationLosses}' for "
                + $"{paths.Length} validation paths; it must give one each.");
        }

        return losses.All(double.IsFinite) ? [.. losses] : null;
    }
}
