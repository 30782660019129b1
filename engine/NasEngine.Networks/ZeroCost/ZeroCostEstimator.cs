using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Scores networks that nobody trained, by zero-cost proxies on one batch of training images, the same for all: a filter, or the first
/// search of two. Its trials cost about as much as a training step or two.
/// </summary>
internal sealed class ZeroCostEstimator : IEstimator
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "zero-cost";

    private const string User = $"Estimator '{Id}'";

    private readonly ZeroCostOptions _options;
    private readonly EstimatorSetup _setup;
    private readonly INetworkSpace _space;
    private readonly torch.Device _device;
    private readonly Batch _batch;

    /// <summary>Draws the batch.</summary>
    /// <exception cref="InputException">No data, no networks, or fewer images than the batch has.</exception>
    public ZeroCostEstimator(ZeroCostOptions options, EstimatorSetup setup)
    {
        _options = options;
        _setup = setup;
        _space = setup.Networks(User);
        _device = setup.TorchDevice();
        var data = setup.Images(User);
        if (data.Train.Count < options.BatchSize)
        {
            throw new InputException(
                $"{User} looks at {options.BatchSize} training images, and the data has {data.Train.Count}; give a batchSize of at most "
                + $"{data.Train.Count}.");
        }

        var order = Enumerable.Range(0, data.Train.Count).ToArray();
        RandomSource.For(setup.Seed, 0, "zero-cost batch").Shuffle<int>(order);
        using var images = new ImageStore(data.Train, PixelStatistics.Of(data.Train), _device);
        _batch = images.Batch(order.AsSpan(0, options.BatchSize));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Metrics => _options.Proxies;

    /// <inheritdoc/>
    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
    }

    /// <inheritdoc/>
    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        torch.set_num_threads(_setup.Threads);
        var trial = candidate.Work as Trial ?? throw new InputException(
            $"{User} scores one architecture at a time, and the strategy proposed a supernet step; use the estimator 'supernet' with it.");
        if (trial.Weights is InheritedWeights or SlicedWeights || trial.Fidelity.Resolution is not null)
        {
            throw new InputException(
                $"{User} looks at fresh networks at the images' own size, and the strategy wants candidate {candidate.Number} otherwise; "
                + $"use another estimator with it.");
        }

        NetworkSpec spec;
        try
        {
            spec = _space.Describe(trial.Architecture);
        }
        catch (InputException failure)
        {
            return Measurement.Failed(FailureKind.BadArchitecture, failure.Message);
        }

        var one = new ProxyCase(spec, () => new SpecNetwork(spec, _setup.Seed, candidate.Number, _device), _batch);
        var measured = new Measurement();
        foreach (var name in _options.Proxies)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(name, measured.Metrics.Count, _options.Proxies.Length);

            // A network that hands nothing on has no score by some of them, and is then left out by what maximises that one.
            measured = ZeroCostProxies.All[name](one) is var score && double.IsFinite(score) ? measured.With(name, score) : measured;
        }

        return measured;
    }

    /// <inheritdoc/>
    public void Dispose() => _batch.Dispose();
}
