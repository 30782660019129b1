using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Trains a supernet step by step, and measures slices of it. What a step does to the weights is its rule's affair; batches and
/// schedule are functions of the seed and of how many steps trained, so the state is that count, the weights, their momenta and what
/// the rules keep.
/// </summary>
internal sealed class SupernetEstimator : IStatefulEstimator, IArtifactEstimator, IKeepingEstimator, IHelpingEstimator
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "supernet";

    private const string User = $"Estimator '{Id}'";

    private readonly SupernetOptions _options;
    private readonly EstimatorSetup _setup;
    private readonly NetworkInput _input;
    private readonly Supernet _supernet;
    private readonly SupernetRules _rules;
    private readonly SupernetBatches _batches;
    private readonly TrainedSteps _steps = new();
    private Sgd _optimiser;
    private Measurement _trained = new();
    private SpecNetwork? _slice;

    /// <summary>Makes the weights and copies the images to the device.</summary>
    public SupernetEstimator(SupernetOptions options, EstimatorSetup setup)
    {
        _options = options;
        _setup = setup;
        var data = setup.Images(User);
        if (!data.Train.Targets.IsEmpty)
        {
            throw new InputException(
                $"{User} learns classes, and data '{data.Name}' has a number to learn; use a strategy of trials and the estimator "
                + $"'{FromScratchEstimator.Id}' with it.");
        }

        _input = NetworkInput.Of(data);
        var device = setup.TorchDevice();
        _batches = new SupernetBatches(options, data, setup.Seed, device, User);
        _supernet = new Supernet(setup.Networks(User), setup.Seed, device, setup.Threads, setup.Helpers);
        _rules = new SupernetRules(setup.Services, new SupernetRuleSetup(setup.Networks(User), device, setup.Seed));
        _optimiser = new Sgd(options.Sgd, _supernet.Weights.Flat);
    }

    /// <inheritdoc/>
    public bool PlansByBudget => _options.Schedule != LearningRateSchedule.Constant && _options.ScheduleSteps == 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics => MeasuredMetrics.OfSupernet;

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        _slice?.Dispose();
        _slice = null;
        if (candidate.Work is Trial trial)
        {
            _slice = SupernetSlice.Take(_supernet, trial.Architecture, SupernetSlice.Of(User, trial), _batches);
        }
        else
        {
            Train(candidate.Number, (SupernetStep)candidate.Work, progress, cancellation);
        }
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        progress.Report("evaluating", 0, candidate.Work.Routes.Count());
        return candidate.Work switch
        {
            Trial trial => SupernetSlice.Measure(_supernet, _slice!, SupernetSlice.Of(User, trial), _batches, cancellation),
            SupernetStep { Validate.IsEmpty: false } step when _trained.Failure is null => Measure(candidate.Number, step, cancellation),
            _ => _trained,
        };
    }

    /// <inheritdoc/>
    public void Keep(Candidate candidate, Stream destination) => KeptNetwork.Write(Slice(candidate), destination);

    /// <inheritdoc/>
    public void Export(Candidate candidate, string folder) =>
        NetworkArtifacts.Write(Slice(candidate), _setup.Space.Format(((Trial)candidate.Work).Architecture), _input, folder);

    /// <inheritdoc/>
    public byte[] Help(byte[] work, IJobProgress progress, CancellationToken cancellation) =>
        SharedPasses.Help(work, _supernet, cancellation);

    /// <inheritdoc/>
    public void Save(Stream destination) =>
        SupernetCheckpoint.Save(destination, _setup.Space.Decisions.Id, _supernet.Weights, _optimiser, _rules, _steps);

    /// <inheritdoc/>
    public void Restore(Stream source)
    {
        var optimiser = new Sgd(_options.Sgd, _supernet.Weights.Flat);
        SupernetCheckpoint.Restore(source, _setup.Space.Decisions.Id, _supernet.Weights, optimiser, _rules, _steps);
        _optimiser.Dispose();
        _optimiser = optimiser;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slice?.Dispose();
        _optimiser.Dispose();
        _rules.Dispose();
        _supernet.Dispose();
        _batches.Dispose();
    }

    private SpecNetwork Slice(Candidate candidate) =>
        _slice ?? throw new InvalidOperationException($"Candidate {candidate.Number} is no slice to export.");

    private void Train(long candidate, SupernetStep step, IJobProgress progress, CancellationToken cancellation)
    {
        progress.Report("training", 0, step.Train.Length);
        var number = step.Train.IsEmpty ? _steps.Peek(candidate) : _steps.Next(candidate);
        using var training = _batches.Training(step, number);
        using var validation = _batches.Validation(step, candidate, 0);
        var context = new SupernetStepContext(
            _supernet, candidate, step, training, validation, _optimiser, RateFactor(step, number), _setup.Seed);
        _trained = _rules.Of(step.Rule).Train(context, cancellation);
    }

    private Measurement Measure(long candidate, SupernetStep step, CancellationToken cancellation)
    {
        var measured = new MeasuredRoutes(step.Validate.Length, step.ValidationBatches);
        for (var place = 0; place < step.ValidationBatches; place++)
        {
            using var batch = _batches.Validation(step, candidate, place);
            _supernet.Run(
                [.. step.Validate.Select(route => new Pass(route, batch, route is Mixture ? PassGradients.Choices : PassGradients.None))],
                (route, result) => measured.Add(route, NetworkEvaluator.Of(result.Logits, batch), result.Choices),
                cancellation);
        }

        return measured.To(_trained);
    }

    private double RateFactor(SupernetStep step, long number) => step.SchedulePosition is { } position
        ? LearningRateSchedule.FactorAt(_options.Schedule, position, _options.ScheduleEnd)
        : _options.Schedule == LearningRateSchedule.Constant ? 1
        : LearningRateSchedule.Factor(_options.Schedule, number, ScheduleSteps, _options.ScheduleEnd);

    /// <summary>A budget of earlier programs says how many candidates alone.</summary>
    private static long? Steps(Budget? budget) =>
        budget?.Steps ?? (budget is { Trials: null, Candidates: < Budget.Unlimited } ? budget.Candidates : null);

    private long ScheduleSteps => _options.ScheduleSteps > 0 ? _options.ScheduleSteps : Steps(_setup.Budget) ?? throw new InputException(
        $"The learning-rate schedule of {User} goes over the steps of the search, and the budget does not say how many; give it "
        + $".Training(new {{ ScheduleSteps = 300 }}), a budget in steps, or a strategy that says where in its schedule a step is.");
}
