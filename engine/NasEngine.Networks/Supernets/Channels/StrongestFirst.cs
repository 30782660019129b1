using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Puts channels in descending order of the L1 norm of their depthwise filters, so that a narrower choice, which is the first channels,
/// keeps the strongest: how elasticity-scaling chooses channels (TF-NAS, arXiv 2008.05314, section 3.4). What the widest choice computes
/// stays.
/// </summary>
internal static class StrongestFirst
{
    /// <summary>Sorts the channels of a group, weights and momenta alike; equal ones keep their order.</summary>
    public static void Sort(ChannelGroup group, SharedWeights weights, Sgd optimiser)
    {
        using var scope = torch.NewDisposeScope();
        using var withoutGradients = torch.no_grad();
        var norms = group.Depthwise.Select(name => Norms(weights.Tensors[name])).ToArray();
        long[] order = [.. Enumerable.Range(0, norms[0].Length)
            .OrderByDescending(channel => norms.Sum(norm => norm[channel])).Select(channel => (long)channel)];
        var index = torch.tensor(order, device: weights.Device);
        var momenta = optimiser.Momenta;
        foreach (var (weight, axis) in group.Axes)
        {
            Permute(weights.Tensors[weight], axis, index);
            if (momenta.TryGetValue(weight, out var momentum))
            {
                Permute(momentum, axis, index);
            }
        }
    }

    private static float[] Norms(torch.Tensor filters) => filters.abs().flatten(1).sum(1).cpu().data<float>().ToArray();

    private static void Permute(torch.Tensor tensor, int axis, torch.Tensor order) => tensor.copy_(tensor.index_select(axis, order));
}
