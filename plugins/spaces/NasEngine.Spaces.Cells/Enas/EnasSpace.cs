using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells.Enas;

/// <summary>
/// ENAS's micro space (ICML 2018, arXiv 1802.03268, section 2.4): a normal and a reduction cell of five nodes, each the
/// sum of two of five operations on two earlier nodes. The nodes that nothing uses make the cell's output, through a 1×1
/// convolution whose slice belongs to the node: written here as the sum of one convolution per node.
/// </summary>
public sealed class EnasSpace : CellSpace
{
    private const int Nodes = 5;

    private static readonly ImmutableArray<string> Operations = ["identity", "sep3", "sep5", "avg3", "max3"];

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small.</exception>
    public EnasSpace(CellOptions options)
        : base(new DecisionSpace("enas", new[] { "normal", "reduce" }.SelectMany(Cell)), options, new CellForm(
            2, Nodes, Operations, LooseOnly: true))
    {
        Describe(Decisions.Architecture(new int[Decisions.Decisions.Length]));
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The output's 1×1 convolution, whose slice belongs to the loose node, is written as the sum of one convolution per loose node.",
        "The stem has as many channels as three operations; 20 channels and 17 cells are the scale of the published CIFAR-10 network.",
    ];

    /// <summary>
    /// Every node with every source and operation on either side; the other side reads the cell before, so that every cell is
    /// used and every node is loose once.
    /// </summary>
    public override IEnumerable<Architecture> Covering() =>
        from side in Enumerable.Range(0, 2)
        from source in Enumerable.Range(0, Nodes + 1)
        from operation in Enumerable.Range(0, Operations.Length)
        select Decisions.Architecture([.. Decisions.Decisions.Select((decision, number) =>
            number % 2 == 1 ? operation : number / 2 % 2 == side ? Math.Min(source, decision.Count - 1) : 1)]);

    private protected override int Read(ReadOnlySpan<int> values, bool reduction, Span<CellEdge> edges)
    {
        var first = reduction ? 4 * Nodes : 0;
        for (var i = 0; i < 2 * Nodes; i++)
        {
            edges[i] = new CellEdge(values[first + 2 * i], values[first + 2 * i + 1]);
        }

        return 2 * Nodes;
    }

    private protected override void Write(ReadOnlySpan<CellEdge> edges, bool reduction, Span<int> values)
    {
        var first = reduction ? 4 * Nodes : 0;
        for (var i = 0; i < edges.Length; i++)
        {
            (values[first + 2 * i], values[first + 2 * i + 1]) = (edges[i].Source, edges[i].Operation);
        }
    }

    private protected override string Label(int node) => $"node{node + 2}";

    private protected override string Label(int node, int side, int source) => $"node{node + 2}{"ab"[side]}.from{source}";

    private protected override FeatureMap Join(CellPlace place, ImmutableArray<(int Number, FeatureMap Map)> outputs)
    {
        var parts = outputs.Select(node => place.At(node.Map, "output")
            .Activate(ActivationKind.Relu).Conv($"node{node.Number}", place.Channels, 1)).ToArray();
        return parts[0].Plus([.. parts.Skip(1)]).BatchNorm("bn");
    }

    private static IEnumerable<Decision> Cell(string cell) => Enumerable.Range(0, Nodes).SelectMany(node =>
    {
        var group = $"{cell}.node{node + 2}";
        ImmutableArray<string> sources = [.. Enumerable.Range(0, node + 2).Select(source => $"i{source}")];
        return new[]
        {
            new Decision($"{group}.source1", sources) { Group = group },
            new Decision($"{group}.operation1", Operations) { Group = group },
            new Decision($"{group}.source2", sources) { Group = group },
            new Decision($"{group}.operation2", Operations) { Group = group },
        };
    });
}
