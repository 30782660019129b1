using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// The last batch norms of residual branches: those that are added to something the branch itself read. At a scale of 0 every residual
/// block begins as the identity (Goyal et al., arXiv 1706.02677, section 5.1; BigNAS, arXiv 2003.11142, section 3.1).
/// </summary>
internal static class ResidualBranches
{
    private const int Drawn = 200;

    /// <summary>Sets the scale of all of a space.</summary>
    public static void Scale(INetworkSpace space, SharedWeights weights, double scale)
    {
        using var withoutGradients = torch.no_grad();
        foreach (var name in Scales(space))
        {
            weights.Tensors[name].Fill_(scale);
        }
    }

    /// <summary>
    /// Names of the scales in a space. A batch norm that also stands where nothing is added, as of a block whose width some paths change,
    /// is none of them: at 0 it would cut those paths off.
    /// </summary>
    public static IEnumerable<string> Scales(INetworkSpace space)
    {
        var random = RandomSource.For(0, 0, "residual branches");
        NetworkSpec[] networks =
        [
            .. space.Covering().Concat(Enumerable.Range(0, Drawn).Select(_ => space.Decisions.Sample(random))).Select(space.Describe),
        ];
        var elsewhere = networks.SelectMany(network => BatchNorms(network).Except(Scales(network))).ToHashSet();
        return networks.SelectMany(Scales).Distinct().Where(name => !elsewhere.Contains(name));
    }

    /// <summary>Names of the scales in a network.</summary>
    public static IEnumerable<string> Scales(NetworkSpec network) =>
        from sum in network.Nodes
        where sum.Operation is Add
        from branch in sum.Inputs
        where network.Nodes[branch].Operation is BatchNorm { Weights.IsEmpty: false }
        where sum.Inputs.Any(other => other != branch && Reads(network, branch, other))
        select network.Nodes[branch].Operation.Weights[0].Name;

    private static IEnumerable<string> BatchNorms(NetworkSpec network) =>
        from node in network.Nodes
        where node.Operation is BatchNorm { Weights.IsEmpty: false }
        select node.Operation.Weights[0].Name;

    private static bool Reads(NetworkSpec network, int node, int other)
    {
        var read = new HashSet<int> { node };
        for (var number = node; number > other; number--)
        {
            read.UnionWith(read.Contains(number) ? network.Nodes[number].Inputs : []);
        }

        return read.Contains(other);
    }
}
