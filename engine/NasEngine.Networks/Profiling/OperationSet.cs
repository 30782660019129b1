using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>An operation with the shapes that it reads: what a table of latencies has a time for.</summary>
/// <param name="Key">Its key, see <see cref="NetworkHash.LatencyKey"/>.</param>
/// <param name="Node">The operation; its inputs are numbers of a network that no longer matters.</param>
/// <param name="Inputs">Shapes of its inputs.</param>
/// <param name="MayOverwrite">Whether its output may take the place of its first input, where it was met first.</param>
public sealed record KeyedOperation(string Key, Node Node, ImmutableArray<FeatureShape> Inputs, bool MayOverwrite);

/// <summary>The operations of a space, each once.</summary>
public sealed class OperationSet
{
    /// <summary>Architectures drawn of a space that is no chain, beside those that cover it.</summary>
    private const int Drawn = 1000;

    private readonly SortedDictionary<string, KeyedOperation> _known = new(StringComparer.Ordinal);

    private OperationSet()
    {
    }

    /// <summary>
    /// All of a chain, by going through every part behind every shape that may stand before it; of another space, or a chain too large for
    /// that, those of architectures that cover its weights and of a thousand drawn ones.
    /// </summary>
    public static IReadOnlyCollection<KeyedOperation> Of(INetworkSpace space)
    {
        var operations = new OperationSet();
        var complete = space is ChainSpace chain && CostRange.OfParts(space.Decisions, new LatencyParts(chain, operations.Add)) is not null;
        foreach (var architecture in complete ? [] : Sampled(space))
        {
            operations.Add(space.Describe(architecture));
        }

        return operations._known.Values;
    }

    /// <summary>Those of networks.</summary>
    public static IReadOnlyCollection<KeyedOperation> Of(params IEnumerable<NetworkSpec> networks)
    {
        var operations = new OperationSet();
        foreach (var network in networks)
        {
            operations.Add(network);
        }

        return operations._known.Values;
    }

    private static IEnumerable<Architecture> Sampled(INetworkSpace space) => space.Covering().Concat(
        Enumerable.Range(0, Drawn).Select(number => space.Decisions.Sample(RandomSource.For(0, number, "operations of a space"))));

    private double Add(NetworkSpec network)
    {
        foreach (var node in network.Nodes.Skip(1))
        {
            var key = network.LatencyKey(node);
            if (!_known.ContainsKey(key))
            {
                _known.Add(key, new KeyedOperation(
                    key, node, [.. node.Inputs.Select(input => network.Nodes[input].Shape)], NetworkPlan.MayOverwrite(network, node)));
            }
        }

        return 0;
    }
}
