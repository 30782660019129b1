using System.Collections.Immutable;
using System.Diagnostics;
using NasEngine.Contracts;
using NasEngine.Networks;
using static TorchSharp.torch;

namespace NasEngine.Benchmarks.Torch;

/// <summary>A supernet with a batch, stepped on the plain mean of its paths' gradients.</summary>
internal sealed class SupernetWorkload : IDisposable
{
    private readonly Supernet _supernet;
    private readonly ImmutableArray<Architecture> _paths;
    private readonly Sgd _optimiser;
    private readonly Batch _contiguous;
    private readonly Batch _channelsLast;

    public SupernetWorkload(INetworkSpace space, ImmutableArray<Architecture> paths, int batch, int threads)
    {
        manual_seed(7);
        _supernet = new Supernet(space, seed: 7, CPU, threads);
        _optimiser = new Sgd(new SgdSettings(0.01, 0.9, 1e-4, 0), _supernet.Weights.Flat);
        _paths = paths;
        var images = randn(batch, 1, 28, 28);
        var labels = randint(0, 10, [batch]);
        _contiguous = new Batch(images, labels);
        _channelsLast = new Batch(ChannelsLast.Of(images), labels);
    }

    /// <summary>Seconds of one step.</summary>
    public double Step(bool channelsLast)
    {
        var start = Stopwatch.GetTimestamp();
        using var sum = new GradientSum(_supernet.Weights);
        _supernet.Backward(
            _paths, channelsLast ? _channelsLast : _contiguous, (_, gradient) => sum.Add(gradient, 1.0 / _paths.Length), CancellationToken.None);
        _optimiser.Step(sum.Gradients, rateFactor: 1, sum.Touched);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose()
    {
        _supernet.Dispose();
        _optimiser.Dispose();
        _contiguous.Dispose();
        _channelsLast.Images.Dispose();
    }
}
