using System.Collections.Immutable;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// A network that holds every architecture of a space. A path runs only its own operations, on parts of the shared
/// weights, with batch norms on the statistics of its own batch.
/// </summary>
public sealed class Supernet : IDisposable
{
    private readonly INetworkSpace _space;
    private readonly PathThreads _threads;

    /// <summary>A supernet with first weights drawn from the seed.</summary>
    /// <param name="space">The space whose architectures it holds.</param>
    /// <param name="seed">The search's seed.</param>
    /// <param name="device">Where the weights live.</param>
    /// <param name="threads">Paths run side by side, at least 1; results do not depend on it.</param>
    public Supernet(INetworkSpace space, ulong seed, torch.Device device, int threads)
    {
        _space = space;
        Weights = new SharedWeights(SupernetWeights.Of(space), seed, device);
        _threads = new PathThreads(threads);
    }

    /// <summary>The shared weights.</summary>
    public SharedWeights Weights { get; }

    /// <summary>
    /// Runs paths forward and backward on a batch and hands each gradient to <paramref name="take"/> in the order of the
    /// paths, one at a time; it is disposed afterwards. At most one graph per thread is held at any time.
    /// </summary>
    /// <param name="paths">Architectures of the space.</param>
    /// <param name="batch">What to train on.</param>
    /// <param name="take">Gets the number of the path and its gradient.</param>
    /// <param name="cancellation">Looked at between paths.</param>
    public void Backward(ImmutableArray<Architecture> paths, Batch batch, Action<int, PathGradient> take, CancellationToken cancellation) =>
        _threads.Run(paths.Length, k => Gradient(paths[k], batch), (k, gradient) =>
        {
            using (gradient)
            {
                take(k, gradient);
            }
        }, cancellation);

    /// <summary>Runs paths forward on a batch: their scores in the order of the paths.</summary>
    public ImmutableArray<ClassificationScore> Score(ImmutableArray<Architecture> paths, Batch batch, CancellationToken cancellation)
    {
        var scores = ImmutableArray.CreateBuilder<ClassificationScore>(paths.Length);
        _threads.Run(paths.Length, k => Score(paths[k], batch), (_, score) => scores.Add(score), cancellation);
        return scores.MoveToImmutable();
    }

    /// <summary>
    /// A network of its own with a copy of the path's weights. Its running statistics are those of a new network until
    /// <see cref="SpecNetwork.Recalibrate"/>.
    /// </summary>
    public SpecNetwork Extract(Architecture path) => new(_space.Describe(path), Copy, Weights.Device);

    /// <inheritdoc/>
    public void Dispose()
    {
        _threads.Dispose();
        Weights.Dispose();
    }

    private PathGradient Gradient(Architecture path, Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        var spec = _space.Describe(path);
        var weights = new PathWeights(spec, Weights, withGradients: true);
        var logits = new NetworkPlan(spec).Run(batch.Images, weights);
        var loss = torch.nn.functional.cross_entropy(logits, batch.Labels);
        loss.backward();
        return new PathGradient(loss.ToDouble(), weights.Gradients(scope));
    }

    private ClassificationScore Score(Architecture path, Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        var spec = _space.Describe(path);
        var logits = new NetworkPlan(spec).Run(batch.Images, new PathWeights(spec, Weights, withGradients: false));
        return NetworkEvaluator.Of(logits, batch);
    }

    private torch.Tensor Copy(Weight weight)
    {
        using var part = Weights.Part(weight);
        return part.clone().DetachFromDisposeScope();
    }
}
