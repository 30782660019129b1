using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Trains a supernet step by step. What a step does to the weights is its rule's affair; the batches of step n are functions of
/// (seed, n), the schedule of n, so the state is the weights, their momenta and what the rules keep.
/// </summary>
internal sealed class SupernetEstimator : IStatefulEstimator
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "supernet";

    private const string User = $"Estimator '{Id}'";

    private readonly SupernetOptions _options;
    private readonly EstimatorSetup _setup;
    private readonly Supernet _supernet;
    private readonly SupernetRules _rules;
    private readonly ImageStore _images;
    private readonly BatchOrder _training;
    private readonly BatchOrder _validation;
    private Sgd _optimiser;
    private Measurement _trained = new();

    /// <summary>Makes the weights and copies the images to the device.</summary>
    public SupernetEstimator(SupernetOptions options, EstimatorSetup setup)
    {
        _options = options;
        _setup = setup;
        var data = setup.Images(User);
        var device = setup.TorchDevice();
        var split = DataSplit.Stratified(data.Train.Labels.Span, 1 - options.HeldOut, setup.Seed);
        _training = new BatchOrder(split.Train, options.BatchSize, setup.Seed, "supernet training");
        _validation = new BatchOrder(split.Validation, options.ValidationBatchSize, setup.Seed, "supernet validation");
        _images = new ImageStore(data.Train, PixelStatistics.Of(data.Train), device);
        _supernet = new Supernet(setup.Networks(User), setup.Seed, device, setup.Threads);
        _rules = new SupernetRules(setup.Services, new SupernetRuleSetup(setup.Networks(User), device, setup.Seed));
        _optimiser = new Sgd(options.Sgd);
    }

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var step = StepOf(candidate);
        progress.Report("training", 0, step.Train.Length);
        using var training = _images.Batch(_training.Batch(candidate.Number));
        using var validation = _images.Batch(_validation.Batch(candidate.Number));
        var rate = LearningRateSchedule.Factor(_options.Schedule, candidate.Number, ScheduleSteps, _options.ScheduleEnd);
        var context = new SupernetStepContext(
            _supernet, candidate.Number, step, training, validation, _optimiser, rate, _setup.Seed);
        _trained = _rules.Of(step.Rule).Train(context, cancellation);
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        var routes = StepOf(candidate).Validate;
        if (_trained.Failure is not null || routes.IsEmpty)
        {
            return _trained;
        }

        progress.Report("evaluating", 0, routes.Length);
        using var batch = _images.Batch(_validation.Batch(candidate.Number));
        var scores = new List<ClassificationScore>(routes.Length);
        var measured = _trained;
        _supernet.Run(
            [.. routes.Select(route => new Pass(route, batch, route is Mixture ? PassGradients.Choices : PassGradients.None))],
            (number, result) =>
            {
                scores.Add(NetworkEvaluator.Of(result.Logits, batch));
                measured = result.Choices.Aggregate(
                    measured, (report, pair) => report.With(SeriesNames.ValidationGradient(number, pair.Key), pair.Value));
            },
            cancellation);
        return measured
            .With(MetricNames.ValidationLoss, scores.Average(score => score.Loss))
            .With(MetricNames.ValidationAccuracy, scores.Average(score => score.Accuracy))
            .With(SeriesNames.ValidationLosses, [.. scores.Select(score => score.Loss)])
            .With(SeriesNames.ValidationAccuracies, [.. scores.Select(score => score.Accuracy)]);
    }

    private long ScheduleSteps => _options.ScheduleSteps > 0 ? _options.ScheduleSteps : _setup.Budget?.Candidates ?? 1000;

    /// <inheritdoc/>
    public void Save(Stream destination) =>
        SupernetCheckpoint.Save(destination, _setup.Space.Decisions.Id, _supernet.Weights, _optimiser, _rules);

    /// <inheritdoc/>
    public void Restore(Stream source)
    {
        var optimiser = new Sgd(_options.Sgd);
        SupernetCheckpoint.Restore(source, _setup.Space.Decisions.Id, _supernet.Weights, optimiser, _rules);
        _optimiser.Dispose();
        _optimiser = optimiser;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimiser.Dispose();
        _rules.Dispose();
        _supernet.Dispose();
        _images.Dispose();
    }

    private static SupernetStep StepOf(Candidate candidate) => candidate.Work as SupernetStep ?? throw new InputException(
        $"{User} trains supernet steps, and the strategy proposed a trial; use the estimator 'from-scratch' with it.");
}
