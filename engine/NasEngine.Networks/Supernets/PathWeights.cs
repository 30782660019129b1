using System.Collections.Immutable;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The weights of one path: the parts of the shared ones, each a leaf of the path's own graph. No other path's graph sees
/// them, so paths run side by side, and a gradient has the size of the path and not of the supernet. A part that is not
/// contiguous is copied: torch chooses some products by layout, and a path must equal its own network in every bit.
/// </summary>
internal sealed class PathWeights : IWeightSource
{
    private readonly Dictionary<Weight, torch.Tensor> _leaves = [];

    /// <summary>Takes the parts of the shared weights; they belong to the dispose scope of the caller.</summary>
    public PathWeights(NetworkSpec path, SharedWeights shared, bool withGradients)
    {
        foreach (var weight in path.Weights)
        {
            using var part = shared.Part(weight);
            using var values = part.contiguous();
            _leaves.Add(weight, values.detach().requires_grad_(withGradients));
        }
    }

    /// <summary>
    /// The gradients after a backward pass, taken out of the dispose scope; a weight that the output does not depend on
    /// (behind a zero operation) has none.
    /// </summary>
    public ImmutableArray<WeightGradient> Gradients(DisposeScope scope)
    {
        var gradients = ImmutableArray.CreateBuilder<WeightGradient>(_leaves.Count);
        foreach (var (weight, leaf) in _leaves)
        {
            if (leaf.grad is { } gradient)
            {
                gradients.Add(new WeightGradient(weight, scope.Detach(gradient)));
            }
        }

        return gradients.ToImmutable();
    }

    /// <inheritdoc/>
    public torch.Tensor Weight(Weight weight) => _leaves[weight];

    /// <summary>None: a sampled path uses the statistics of its own batch.</summary>
    public RunningStatistics? Statistics(BatchNorm norm) => null;
}
