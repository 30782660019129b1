using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Benchmarks.NasBench201;

/// <summary>
/// The cell: four nodes, an edge from each node to each later one, and on each edge an operation. A node is the sum of
/// its edges; the last is the cell's output.
/// </summary>
internal static class NasBench201Cell
{
    public const int Nodes = 4;
    public const int Edges = 6;
    public const int None = 0;
    public const int Skip = 1;

    public static ImmutableArray<string> Operations { get; } =
        ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];

    /// <summary>Number of the edge, in the order of the arch string.</summary>
    public static int Edge(int source, int target) => target * (target - 1) / 2 + source;

    public static Decision Decision(int source, int target) => new($"edge{source}{target}", Operations);

    /// <summary>The edges of a node that has several, which partial channels weigh (PC-DARTS, arXiv 1907.05737, section 3.2).</summary>
    public static Decision Sources(int target) =>
        new($"node{target}.edges", [.. Enumerable.Range(0, target).Select(source => $"from{source}")]) { Group = $"node{target}.edges" };

    public static FeatureMap AddTo(FeatureMap input, ReadOnlySpan<int> values, string stage, string cell)
    {
        var nodes = new FeatureMap[Nodes];
        nodes[0] = input;
        for (var target = 1; target < Nodes; target++)
        {
            var terms = new List<FeatureMap>();
            for (var source = 0; source < target; source++)
            {
                var operation = values[Edge(source, target)];
                if (operation != None)
                {
                    terms.Add(Add(nodes[source].At(stage, $"{cell}.edge{source}{target}"), operation));
                }
            }

            var sum = terms.Count > 0 ? terms[0].At(stage, cell) : Zeros(input.At(stage, cell), input.Shape.Channels);
            nodes[target] = terms.Count > 1 ? sum.Plus([.. terms.Skip(1)]) : sum;
        }

        return nodes[^1];
    }

    /// <summary>
    /// As <see cref="AddTo"/> with every operation on every edge; <c>none</c> reads the cell's input, so that it needs no edge.
    /// </summary>
    public static FeatureMap AddMixture(FeatureMap input, string stage, string cell, int parts)
    {
        var nodes = new List<FeatureMap> { input };
        for (var target = 1; target < Nodes; target++)
        {
            FeatureMap[] edges = [.. nodes.Select((node, source) => node.At(stage, $"{cell}.edge{source}{target}").Partly(parts, edge =>
            {
                FeatureMap[] others = [.. Enumerable.Range(Skip, Operations.Length - 1).Select(operation => Add(edge, operation))];
                return Zeros(input.At(stage, cell), edge.Shape.Channels).Mix(Selection.Each(Decision(source, target)), others);
            }))];
            var sum = edges[0].At(stage, cell);
            nodes.Add(parts == 1 ? sum.Plus(edges[1..]) : sum.Mix(Selection.Each(Sources(target)), edges[1..]));
        }

        return nodes[^1];
    }

    private static FeatureMap Zeros(FeatureMap input, int channels) => input.Then(new Zero(channels, 1));

    private static FeatureMap Add(FeatureMap map, int operation) => Operations[operation] switch
    {
        "skip_connect" => map,
        "avg_pool_3x3" => map.AveragePool(3),
        "nor_conv_1x1" => Convolution(map, "conv1", map.Shape.Channels, 1, 1),
        _ => Convolution(map, "conv3", map.Shape.Channels, 3, 1),
    };

    /// <summary>ReLU, convolution, batch norm.</summary>
    public static FeatureMap Convolution(FeatureMap map, string name, int channels, int kernel, int stride) =>
        map.Activate(ActivationKind.Relu).Conv(name, channels, kernel, stride).BatchNorm(name + ".bn");
}
