using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// The tensors of the network that holds every architecture of a space. A path uses of each tensor the part [0..s) in
/// every dimension, where s is what its own network says.
/// </summary>
public static class SupernetWeights
{
    /// <summary>Every weight of the space's networks at its largest shape, in order of name.</summary>
    /// <exception cref="InputException">One name has tensors of different rank.</exception>
    public static ImmutableArray<Weight> Of(INetworkSpace space)
    {
        var largest = new SortedDictionary<string, Weight>(StringComparer.Ordinal);
        foreach (var weight in WeightsOf(space, space.Covering()))
        {
            largest[weight.Name] = largest.TryGetValue(weight.Name, out var known) ? Larger(known, weight) : weight;
        }

        return [.. largest.Values];
    }

    private static IEnumerable<Weight> WeightsOf(INetworkSpace space, IEnumerable<Architecture> architectures) =>
        space is ChainSpace chain
            ? chain.WeightsOf(architectures)
            : architectures.SelectMany(architecture => space.Describe(architecture).Weights);

    private static Weight Larger(Weight one, Weight other) => one.Shape.Length == other.Shape.Length
        ? one with { Shape = [.. one.Shape.Zip(other.Shape, Math.Max)] }
        : throw new InputException($"Weight {one} is also used as {other}; one name has one rank.");
}
