using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Trains each architecture as a network of its own, from fresh weights or from those that an earlier trial was left with, and
/// measures it on held-out images.
/// </summary>
internal sealed class FromScratchEstimator : IArtifactEstimator, IKeepingEstimator
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "from-scratch";

    private const string User = $"Estimator '{Id}'";

    private readonly FromScratchOptions _options;
    private readonly EstimatorSetup _setup;
    private readonly INetworkSpace _space;
    private readonly torch.Device _device;
    private readonly NetworkInput _input;
    private readonly DataSplit _split;
    private readonly bool _learnsNumbers;
    private readonly ImageStore _images;
    private readonly Lazy<ImageStore> _testImages;
    private readonly TrainingLoss _loss;
    private readonly Teacher? _teacher;
    private SpecNetwork? _network;
    private long? _epochs;
    private Measurement _trained = new();

    /// <summary>Copies the images to the device.</summary>
    public FromScratchEstimator(FromScratchOptions options, EstimatorSetup setup)
    {
        _options = options;
        _setup = setup;
        _space = setup.Networks(User);
        _device = setup.TorchDevice();
        var data = setup.Images(User);
        var statistics = PixelStatistics.Of(data.Train);
        _input = NetworkInput.Of(data, statistics);
        _learnsNumbers = statistics.Target is not null;
        _split = DataSplit.Of(data.Train, options.HeldOut, setup.Seed, User);
        options.Aids.Check(_learnsNumbers, data.Train.Tokens > 0, options.Crop > 0 || options.Flip || options.RandAugment > 0, User);
        CheckRandAugment(data.Train, options);
        BatchOrder.Check(_split.Train, options.BatchSize, $"{User} trains", "batchSize");
        _images = new ImageStore(data.Train, statistics, _device);
        _testImages = new Lazy<ImageStore>(() => new ImageStore(data.Test, statistics, _device));
        _teacher = options.Aids.Teacher is { } teacher ? new Teacher(teacher, _input, data.Classes, _device) : null;
        _loss = new TrainingLoss(
            options.Aids.LabelSmoothing,
            options.Aids.ClassWeights
                ? TrainingLoss.Balanced(_split.Train.Select(image => data.Train.Labels.Span[image]), data.Classes)
                : null,
            _teacher,
            _device);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics => MeasuredMetrics.Of(_options, _learnsNumbers);

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => _options.Precision.Remarks(_device);

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        torch.set_num_threads(_setup.Threads);
        var trial = TrialOf(candidate);
        _network?.Dispose();
        _network = null;
        using var kept = trial.Weights is InheritedWeights { Candidate: var parent } ? KeptNetwork.Of(parent, _setup.Kept) : null;
        try
        {
            _network = Made(trial, candidate.Number, kept);
            _network.TrainingType = _options.Precision.Type;
        }
        catch (InputException failure)
        {
            _trained = Measurement.Failed(FailureKind.BadArchitecture, failure.Message);
            return;
        }

        if (trial.Fidelity.Epochs == 0)
        {
            _trained = new Measurement();
            return;
        }

        var loss = Fit(_network, candidate, trial.Fidelity, progress, cancellation);
        _trained = double.IsFinite(loss)
            ? new Measurement().With(MetricNames.TrainLoss, loss)
            : Measurement.Failed(
                FailureKind.NotANumber,
                $"The training loss of architecture {trial.Architecture.Id} is not a finite number; lower the learning rate.");
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        if (_trained.Failure is not null || _network is null)
        {
            return _trained;
        }

        torch.set_num_threads(_setup.Threads);
        progress.Report("evaluating", 0, 1);
        var resolution = TrialOf(candidate).Fidelity.Resolution;
        var cost = _network.Spec.Cost;
        var measured = Validated(resolution, cancellation)
            .With(MetricNames.Macs, cost.Macs)
            .With(MetricNames.Parameters, cost.Parameters)
            .With(MetricNames.ActivationBytes, cost.ActivationBytes)
            .With(MetricNames.WeightBytes, cost.WeightBytes);
        measured = _epochs is { } epochs ? measured.With(MetricNames.TrainedEpochs, epochs) : measured;
        _setup.Halfway.Drop(candidate.Number);
        return _options.Test ? Tested(measured, resolution, cancellation) : measured;
    }

    /// <inheritdoc/>
    public void Keep(Candidate candidate, Stream destination) => KeptNetwork.Write(Network(candidate), destination);

    /// <inheritdoc/>
    public void Export(Candidate candidate, string folder) =>
        NetworkArtifacts.Write(Network(candidate), _setup.Space.Format(TrialOf(candidate).Architecture), _input, folder);

    /// <inheritdoc/>
    public void Dispose()
    {
        _network?.Dispose();
        _loss.Dispose();
        _teacher?.Dispose();
        _images.Dispose();
        if (_testImages.IsValueCreated)
        {
            _testImages.Value.Dispose();
        }
    }

    private static void CheckRandAugment(LabelledImages images, FromScratchOptions options)
    {
        if (options.RandAugment > 0 && images.Pixels.IsEmpty)
        {
            throw new InputException(
                $"{User} has the option randAugment, which is for images of bytes, and the data has numbers; leave it out.");
        }
    }

    private SpecNetwork Network(Candidate candidate) =>
        _network ?? throw new InvalidOperationException($"Candidate {candidate.Number} has no trained network to export.");

    private SpecNetwork Made(Trial trial, long number, KeptNetwork? kept)
    {
        var spec = _space.Describe(trial.Architecture);
        return kept is null ? new SpecNetwork(spec, _setup.Seed, number, _device)
            : _space is IMorphSpace growing && !_options.InheritsMatching ? Grown(kept, spec, growing, number, trial.Fidelity.Resolution)
            : kept.HandOn(
                spec, weight => ParameterInitialiser.Create(weight, _setup.Seed, number, _device), _options.InheritsMatching, _device);
    }

    private SpecNetwork Grown(KeptNetwork kept, NetworkSpec spec, IMorphSpace space, long number, int? resolution)
    {
        var grown = kept.Grow(spec, space, new UnitCopies(_setup.Seed, number, _options.Unevenness), _device);
        using var batch = _images.Batch(_split.Train.AsSpan(0, Math.Min(_options.BatchSize, _split.Train.Length))).Scaled(resolution);
        grown.Settle(batch.Images);
        return grown.Network;
    }

    private double Fit(
        SpecNetwork network, Candidate candidate, Fidelity fidelity, IJobProgress progress, CancellationToken cancellation)
    {
        var trial = candidate.Number;
        var images = Fraction(_split.Train, fidelity.DataFraction);
        var order = new BatchOrder(images, _options.BatchSize, RandomSource.Key(_setup.Seed, trial, "training"), "order");
        var ofEpoch = Math.Max(1, order.BatchesPerEpoch / _options.Accumulate);
        var steps = Math.Max(
            1, (long)Math.Round((fidelity.Epochs ?? _options.Epochs) * order.BatchesPerEpoch / _options.Accumulate));
        using var stop = _options.Patience == 0 ? null : new EarlyStop(
            _options.Patience, () => Score(_images, _split.Validation, fidelity.Resolution, cancellation).Loss);
        var trainer = new NetworkTrainer(_options.Sgd, _options.Schedule)
        {
            WarmUp = _options.Aids.WarmUp,
            Averaging = _options.Aids.Averaging,
            Loss = _loss,
            Accumulated = _options.Accumulate,
            Stop = stop,
            Halfway = new Halfway(
                _setup.Halfway, candidate.Number, _options.SaveEvery,
                $"{candidate} {_setup.Seed} {_setup.Threads} {steps} {_options} {_teacher?.Hash} {network.Spec.Hash()} {_input.DataHash}"),
        };
        var loss = trainer.Train(
            network,
            steps,
            step => Mixed(_images.Batch(order.Batch(step), AugmentationOf(trial, step)).Scaled(fidelity.Resolution), trial, step),
            averaged: ofEpoch,
            progress,
            cancellation);
        _epochs = stop?.Epochs;
        return loss;
    }

    private Augmentation? AugmentationOf(long trial, long step) => _options.Crop > 0 || _options.Flip || _options.RandAugment > 0
        ? new Augmentation(
            RandomSource.For(RandomSource.Key(_setup.Seed, trial, "augmentation"), step, "crops"), _options.Crop, _options.Flip,
            _options.RandAugment > 0 ? new RandAugment(_options.RandAugment, _options.Magnitude) : null)
        : null;

    private Batch Mixed(Batch batch, long trial, long step) => _options.Aids.Mixing.Any
        ? new BatchMixing(_options.Aids.Mixing).Apply(
            batch, RandomSource.For(RandomSource.Key(_setup.Seed, trial, "augmentation"), step, "mixing"))
        : batch;

    /// <summary>The same images for every trial, and those of a smaller fraction among those of a larger one.</summary>
    private int[] Fraction(int[] images, double fraction)
    {
        var order = (int[])images.Clone();
        RandomSource.For(_setup.Seed, 0, "data fraction").Shuffle<int>(order);
        return order[..Math.Max(1, (int)Math.Round(fraction * order.Length))];
    }

    private Measurement Validated(int? resolution, CancellationToken cancellation)
    {
        var score = Score(_images, _split.Validation, resolution, cancellation);
        var measured = _trained.With(MetricNames.ValidationLoss, score.Loss);
        return _learnsNumbers
            ? measured.With(MetricNames.ValidationR2, 1 - (score.Loss / _images.TargetVariance(_split.Validation)))
            : measured.With(MetricNames.ValidationAccuracy, score.Accuracy);
    }

    private Measurement Tested(Measurement measured, int? resolution, CancellationToken cancellation)
    {
        int[] all = [.. Enumerable.Range(0, _testImages.Value.Count)];
        var score = Score(_testImages.Value, all, resolution, cancellation);
        return _learnsNumbers
            ? measured.With(MetricNames.TestR2, 1 - (score.Loss / _testImages.Value.TargetVariance(all)))
            : measured.With(MetricNames.TestAccuracy, score.Accuracy);
    }

    private ClassificationScore Score(ImageStore store, int[] images, int? resolution, CancellationToken cancellation) =>
        NetworkEvaluator.Score(
        _network!,
        store.Batches(images, NetworkEvaluator.BatchSize).Select(batch => batch.Scaled(resolution)),
        cancellation);

    private static Trial TrialOf(Candidate candidate) => candidate.Work switch
    {
        Trial { Weights: SlicedWeights } => throw new InputException(
            $"{User} has no supernet, and the strategy wants candidate {candidate.Number} to be a slice of one; use the estimator "
            + $"'{SupernetEstimator.Id}' with it."),
        Trial trial => trial,
        _ => throw new InputException(
            $"{User} trains one architecture at a time, and the strategy proposed a supernet step; use the estimator 'supernet' with it."),
    };
}
