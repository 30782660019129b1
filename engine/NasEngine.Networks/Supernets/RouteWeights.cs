using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The weights of one route: the parts of the shared ones, each a leaf of the route's own graph, and the weights of its
/// choices. No other route's graph sees them, so routes run side by side, and a gradient has the size of the route and not
/// of the supernet. A part that is not contiguous is copied: torch chooses some products by layout, and a path must equal
/// its own network in every bit.
/// </summary>
internal sealed class RouteWeights : IWeightSource
{
    private readonly Dictionary<Weight, torch.Tensor> _leaves = [];
    private readonly SortedDictionary<string, torch.Tensor> _choices = new(StringComparer.Ordinal);

    private readonly Operation _last;
    private readonly FeatureDropout? _dropout;

    /// <summary>Takes the parts of the shared weights; they belong to the dispose scope of the caller.</summary>
    public RouteWeights(NetworkSpec network, Pass pass, SharedWeights shared)
    {
        var (route, gradients) = (pass.Route, pass.Gradients);
        (_last, _dropout) = (network.Nodes[^1].Operation, pass.Dropout);
        foreach (var weight in network.Weights)
        {
            _leaves.Add(weight, Leaf(shared.Part(weight)).requires_grad_(gradients.HasFlag(PassGradients.Weights)));
        }

        if (route is not Mixture mixture)
        {
            return;
        }

        foreach (var (decision, listed) in mixture.Decisions)
        {
            _choices.Add(decision, torch.tensor(listed.Select(one => (float)one.Weight).ToArray(), device: shared.Device)
                .requires_grad_(gradients.HasFlag(PassGradients.Choices)));
        }
    }

    /// <summary>
    /// The gradients after a backward pass, taken out of the dispose scope; a weight that the output does not depend on
    /// (behind a zero operation) has none.
    /// </summary>
    public ImmutableArray<WeightGradient> WeightGradients(DisposeScope scope)
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

    /// <summary>The gradients by choice after a backward pass; zeros for a decision that the output does not depend on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> ChoiceGradients() => _choices
        .Where(pair => pair.Value.requires_grad)
        .ToImmutableSortedDictionary(pair => pair.Key, pair => Values(pair.Value), StringComparer.Ordinal);

    /// <inheritdoc/>
    public torch.Tensor Weight(Weight weight) => _leaves[weight];

    /// <summary>None: a route uses the statistics of its own batch.</summary>
    public RunningStatistics? Statistics(BatchNorm norm) => null;

    /// <inheritdoc/>
    public torch.Tensor Features(Linear linear, torch.Tensor features) =>
        _dropout is { } dropout && linear == _last ? dropout.Of(features) : features;

    /// <inheritdoc/>
    public torch.Tensor Choices(string decision) => _choices[decision];

    private static torch.Tensor Leaf(torch.Tensor part)
    {
        if (part.is_contiguous())
        {
            return part;
        }

        using (part)
        {
            return part.contiguous();
        }
    }

    private static ImmutableArray<double> Values(torch.Tensor leaf)
    {
        if (leaf.grad is not { } gradient)
        {
            return [.. new double[leaf.numel()]];
        }

        using var host = gradient.cpu();
        using var numbers = host.contiguous();
        return [.. MemoryMarshal.Cast<byte, float>(numbers.bytes).ToArray().Select(value => (double)value)];
    }
}
