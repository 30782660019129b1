using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// How far a network looks elsewhere than its teacher (attention transfer, Zagoruyko and Komodakis, arXiv 1612.03928, eq. 2): for each
/// height and width that both have maps of, ‖q/‖q‖ − t/‖t‖‖² of the last such maps, q and t being the sums of squares over channels at
/// each place; the mean over images, summed over the sizes. No weights are needed, whatever channels the two have.
/// </summary>
internal static class AttentionTransfer
{
    /// <summary>The last maps of each size that both networks have maps of, larger than a pixel and behind the image.</summary>
    public static (int Network, int Teacher)[] Pairs(NetworkSpec network, NetworkSpec teacher)
    {
        var theirs = LastOfSizes(teacher);
        return [.. LastOfSizes(network).Where(one => theirs.ContainsKey(one.Key)).Select(one => (one.Value, theirs[one.Key]))];
    }

    /// <summary>Runs a network and takes the attention of some nodes, batch × places each, of length 1.</summary>
    /// <param name="network">The network.</param>
    /// <param name="images">A batch.</param>
    /// <param name="nodes">Numbers of the nodes.</param>
    public static (torch.Tensor Outputs, torch.Tensor[] Attention) Run(SpecNetwork network, torch.Tensor images, int[] nodes)
    {
        var attention = new torch.Tensor[nodes.Length];
        var outputs = network.Run(images, (node, map) =>
        {
            for (var i = 0; i < nodes.Length; i++)
            {
                if (ReferenceEquals(node, network.Spec.Nodes[nodes[i]]))
                {
                    attention[i] = torch.nn.functional.normalize(map.mul(map).sum(1).reshape(images.shape[0], -1), dim: 1);
                }
            }
        });
        return (outputs, attention);
    }

    /// <summary>The distance, a scalar.</summary>
    public static torch.Tensor Distance(torch.Tensor[] network, torch.Tensor[] teacher) => network.Zip(teacher)
        .Select(pair => pair.First.sub(pair.Second))
        .Select(apart => apart.mul(apart).sum(1).mean())
        .Aggregate((sum, one) => sum.Plus(one));

    private static Dictionary<(int Height, int Width), int> LastOfSizes(NetworkSpec network) => Enumerable
        .Range(1, network.Nodes.Length - 1)
        .Where(number => network.Nodes[number].Shape is { Height: > 1 } or { Width: > 1 })
        .GroupBy(number => (network.Nodes[number].Shape.Height, network.Nodes[number].Shape.Width))
        .ToDictionary(group => group.Key, group => group.Max());
}
