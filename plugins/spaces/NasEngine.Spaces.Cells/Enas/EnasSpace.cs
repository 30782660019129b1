using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells.Enas;

/// <summary>
/// ENAS's micro space (ICML 2018, arXiv 1802.03268, section 2.4): a normal and a reduction cell of five nodes, each the
/// sum of two of five operations on two earlier nodes. The nodes that nothing uses make the cell's output, through a 1×1
/// convolution whose slice belongs to the node: written here as the sum of one convolution per node.
/// </summary>
public sealed class EnasSpace : NetworkSpace
{
    private const int Nodes = 5;

    private static readonly ImmutableArray<string> Operations = ["identity", "sep3", "sep5", "avg3", "max3"];

    private readonly CellOptions _options;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small.</exception>
    public EnasSpace(CellOptions options)
        : base(new DecisionSpace("enas", new[] { "normal", "reduce" }.SelectMany(Cell)), options.Task)
    {
        _options = options;
        Describe(Decisions.Architecture(new int[Decisions.Decisions.Length]));
    }

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture)
    {
        return CellNetwork.Add(image, _options, 3 * _options.Channels, (place, beforeLast, last) =>
            AddCell(place, beforeLast, last, architecture.Values));
    }

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

    private static FeatureMap AddCell(CellPlace place, FeatureMap beforeLast, FeatureMap last, ImmutableArray<int> values)
    {
        var nodes = new List<FeatureMap> { beforeLast, last };
        var loose = new SortedSet<int>();
        for (var node = 0; node < Nodes; node++)
        {
            var at = 4 * (node + (place.Reduction ? Nodes : 0));
            loose.Remove(values[at]);
            loose.Remove(values[at + 2]);
            nodes.Add(place.At(Half(node, "a", at), $"node{node + 2}").Plus(Half(node, "b", at + 2)));
            loose.Add(node + 2);
        }

        var parts = loose.Select(node => place.At(nodes[node], "output")
            .Activate(ActivationKind.Relu).Conv($"node{node}", place.Channels, 1)).ToArray();
        return parts[0].Plus([.. parts.Skip(1)]).BatchNorm("bn");

        FeatureMap Half(int node, string side, int at) => CellOperations.Add(
            place.At(nodes[values[at]], $"node{node + 2}{side}.from{values[at]}"), Operations[values[at + 1]], place.Stride(values[at]));
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
