using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells.Darts;

/// <summary>DARTS's relaxed cells: an operation on every edge instead of two edges per node.</summary>
internal static class DartsMixture
{
    private const int None = 0;

    public static DecisionSpace Decisions { get; } = new("darts", Operations());

    /// <summary>The operations of edges, and the edges of nodes.</summary>
    public static DecisionSpace WithEdges { get; } =
        new("darts", Operations().Concat(Nodes().Select(place => Edges(place.Reduction, place.Node))));

    public static FeatureMap AddCell(CellPlace place, FeatureMap beforeLast, FeatureMap last, int parts)
    {
        var nodes = new List<FeatureMap> { beforeLast, last };
        for (var node = 0; node < DartsSpace.Nodes; node++)
        {
            FeatureMap[] edges = [.. Enumerable.Range(0, nodes.Count).Select(source => Add(place, nodes, source, node, parts))];
            var sum = place.At(edges[0], $"node{node + 2}");
            nodes.Add(parts == 1 ? sum.Plus(edges[1..]) : sum.Mix(Selection.Each(Edges(place.Reduction, node)), edges[1..]));
        }

        return place.At(nodes[2], "").Concat([.. nodes.Skip(3)]);
    }

    /// <summary>The mixture that is an architecture; edges that it has weigh 1.</summary>
    public static Mixture Of(Architecture architecture, bool edges)
    {
        var mixture = Decisions.Decisions.Aggregate(Mixture.Of(architecture.Space), (one, decision) => one.With(decision.Name, None));
        foreach (var (reduction, node, at) in Nodes())
        {
            var (first, second) = DartsSpace.Sources(node)[architecture.Values[at]];
            mixture = mixture
                .With(Edge(reduction, first, node).Name, architecture.Values[at + 1] + 1)
                .With(Edge(reduction, second, node).Name, architecture.Values[at + 2] + 1);
            mixture = edges
                ? mixture.With(Edges(reduction, node).Name, [new ChoiceWeight(first, 1), new ChoiceWeight(second, 1)])
                : mixture;
        }

        return mixture;
    }

    /// <summary>The values of the architecture, three per node.</summary>
    public static IEnumerable<int> Discretise(IReadOnlyDictionary<string, ImmutableArray<double>> weights, bool edges) =>
        Nodes().SelectMany(place =>
        {
            var best = Enumerable.Range(0, place.Node + 2)
                .Select(source => Best(
                    weights.Of(Edge(place.Reduction, source, place.Node)), source,
                    edges ? weights.Of(Edges(place.Reduction, place.Node))[source] : 1))
                .OrderByDescending(edge => edge.Weight).Take(2).OrderBy(edge => edge.Source).ToArray();
            var sources = DartsSpace.Sources(place.Node).IndexOf((best[0].Source, best[1].Source));
            return new[] { sources, best[0].Operation, best[1].Operation };
        });

    private static (int Source, int Operation, double Weight) Best(ImmutableArray<double> weights, int source, double edge)
    {
        var operations = weights.RemoveAt(None);
        var operation = operations.Largest();
        return (source, operation, edge * operations[operation]);
    }

    /// <summary>
    /// <c>none</c> reads the cell's first input, whose size it needs and no more, so that it keeps no other operation alive.
    /// </summary>
    private static FeatureMap Add(CellPlace place, List<FeatureMap> nodes, int source, int node, int parts) =>
        nodes[source].Partly(parts, map =>
    {
        FeatureMap[] operations = [.. Enumerable.Range(0, DartsSpace.Operations.Length)
            .Select(operation => DartsSpace.Edge(place, map, source, node, operation))];
        return place.At(nodes[0], "").Then(new Zero(place.Channels / parts, place.Stride(0)))
            .Mix(Selection.Each(Edge(place.Reduction, source, node)), operations);
    });

    /// <summary>Each node with the place of its values in an architecture.</summary>
    private static IEnumerable<(bool Reduction, int Node, int At)> Nodes() =>
        from number in Enumerable.Range(0, 2 * DartsSpace.Nodes)
        select (number >= DartsSpace.Nodes, number % DartsSpace.Nodes, 3 * number);

    private static IEnumerable<Decision> Operations() =>
        from reduction in new[] { false, true }
        from node in Enumerable.Range(0, DartsSpace.Nodes)
        from source in Enumerable.Range(0, node + 2)
        select Edge(reduction, source, node);

    private static Decision Edges(bool reduction, int node) => new(
        $"{(reduction ? "reduce" : "normal")}.node{node + 2}.edges", [.. Enumerable.Range(0, node + 2).Select(source => $"from{source}")])
    {
        Group = $"{(reduction ? "reduce" : "normal")}.node{node + 2}.edges",
    };

    private static Decision Edge(bool reduction, int source, int node) => new(
        $"{(reduction ? "reduce" : "normal")}.edge{source}{node + 2}",
        ["none", .. DartsSpace.Operations.Select(DartsSpace.Label)])
    {
        Group = $"{(reduction ? "reduce" : "normal")}.node{node + 2}",
    };
}
