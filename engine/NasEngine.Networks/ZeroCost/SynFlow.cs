using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Synaptic flow (Tanaka et al., NeurIPS 2020, arXiv 2006.05467, section 5; as a proxy, Abdelfattah et al. 2021): the sum of w · ∂R/∂w over
/// convolutions and linear layers, where R is the sum of the outputs for an image of ones, all weights replaced by their absolute values
/// and batch norms left out. Needs no data. In double precision, since it grows with the product of the layers.
/// </summary>
internal static class SynFlow
{
    /// <summary>The score.</summary>
    public static double Of(ProxyCase one)
    {
        using var scope = torch.NewDisposeScope();
        using var network = one.Fresh();
        var weights = new AbsoluteWeights(network);
        var (channels, height, width) = one.Spec.Input;
        var image = torch.ones([1, channels, height, width], torch.ScalarType.Float64, one.Device);
        new NetworkPlan(WithoutNorms(one.Spec)).Run(image, weights).sum().backward();
        using var withoutGradients = torch.no_grad();
        return one.Kernels.Sum(
            weight => weights.Of(weight) is var value && value.grad is { } gradient ? value.mul(gradient).sum().Number() : 0);
    }

    /// <summary>The network in which what read a batch norm reads what that one reads.</summary>
    internal static NetworkSpec WithoutNorms(NetworkSpec spec)
    {
        var kept = new List<Node>();
        var number = new int[spec.Nodes.Length];
        for (var i = 0; i < number.Length; i++)
        {
            var node = spec.Nodes[i];
            if (node.Operation is BatchNorm)
            {
                number[i] = number[node.Inputs[0]];
                continue;
            }

            number[i] = kept.Count;
            kept.Add(node with { Inputs = [.. node.Inputs.Select(input => number[input])] });
        }

        return NetworkBuilder.Used(kept, number[^1]);
    }

    /// <summary>All of them made at once, in the scope of the score: a kernel's own would end before their gradients are read.</summary>
    private sealed class AbsoluteWeights(SpecNetwork network) : IWeightSource
    {
        private readonly Dictionary<string, torch.Tensor> _values =
            network.Weights.ToDictionary(pair => pair.Key, pair => Made(pair.Value), StringComparer.Ordinal);

        public torch.Tensor Of(Weight weight) => _values[weight.Name];

        torch.Tensor IWeightSource.Weight(Weight weight) => Of(weight);

        RunningStatistics? IWeightSource.Statistics(BatchNorm norm) => null;

        private static torch.Tensor Made(torch.Tensor weight)
        {
            using var withoutGradients = torch.no_grad();
            return weight.detach().to(torch.ScalarType.Float64).abs().requires_grad_();
        }
    }
}
