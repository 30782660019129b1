using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// How the tensors of a network come from those of one that it grew from, so that both compute the same before any training (Net2Net,
/// ICLR 2016, arXiv 1511.05641; network morphism, ICML 2016, arXiv 1603.01670). It follows the maps through the larger network and
/// notes for each which channels of the smaller one's it repeats.
/// </summary>
public sealed class NetworkMorph
{
    internal NetworkMorph(ImmutableSortedDictionary<string, TensorMorph> tensors, ImmutableArray<BatchNorm> passing) =>
        (Tensors, Passing) = (tensors, passing);

    /// <summary>A tensor's origin for every weight and every running statistic of the network, by name.</summary>
    public ImmutableSortedDictionary<string, TensorMorph> Tensors { get; }

    /// <summary>
    /// The batch norms that begin as the identity, in the order of the network. They are so in evaluation; while training they are so
    /// once their scale and shift undo the mean and the variance of what they read.
    /// </summary>
    public ImmutableArray<BatchNorm> Passing { get; }

    /// <summary>Finds out how a network grew.</summary>
    /// <param name="network">The larger network.</param>
    /// <param name="before">Shapes of the smaller network's weights and running statistics, by name.</param>
    /// <param name="beginning">How an operation begins that the smaller network has not, by weight key.</param>
    /// <param name="copies">Which units are copied.</param>
    /// <exception cref="InputException">It would not compute the same; the message says where.</exception>
    public static NetworkMorph Of(
        NetworkSpec network, IReadOnlyDictionary<string, ImmutableArray<int>> before, Func<string, Beginning> beginning, UnitCopies copies)
    {
        var tensors = new MorphedTensors(before);
        var weighted = new WeightedMorphs(tensors, beginning, copies);
        var maps = new MorphedMap[network.Nodes.Length];
        for (var number = 0; number < maps.Length; number++)
        {
            var node = network.Nodes[number];
            var inputs = node.Inputs.Select(input => maps[input]).ToArray();
            maps[number] = node.Operation switch
            {
                Convolution convolution => weighted.Convolution(convolution, inputs[0]),
                BatchNorm norm => weighted.Norm(norm, inputs[0]),
                Linear linear => weighted.Linear(linear, inputs[0], network.Nodes[node.Inputs[0]].Shape),
                var other => PlainMorphs.Of(other, node.Shape, inputs),
            };
        }

        if (!maps[^1].IsUnchanged)
        {
            throw new InputException("what it computes in the end has other channels than before.");
        }

        tensors.MustBeUsedUp();
        return new NetworkMorph(tensors.Found, weighted.Passing);
    }
}
