using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells.Darts;

/// <summary>
/// DARTS (ICLR 2019, arXiv 1806.09055): a normal and a reduction cell. Each of four nodes sums two operations on two
/// different earlier nodes; the cell gives the nodes side by side. About 10^18 architectures.
/// </summary>
/// <remarks>Every operation on every edge has weights of its own, as in the paper's supernet.</remarks>
public sealed class DartsSpace : CellSpace, IMixtureSpace
{
    internal const int Nodes = 4;

    internal static readonly ImmutableArray<string> Operations =
        ["max_pool_3x3", "avg_pool_3x3", "skip_connect", "sep_conv_3x3", "sep_conv_5x5", "dil_conv_3x3", "dil_conv_5x5"];

    private static readonly ImmutableArray<ImmutableArray<(int First, int Second)>> Pairs = [.. Enumerable.Range(0, Nodes).Select(Sources)];

    private const string DartsV2 =
        "from01_sep-conv-3x3_sep-conv-3x3|from01_sep-conv-3x3_sep-conv-3x3|"
        + "from01_skip-connect_sep-conv-3x3|from02_skip-connect_dil-conv-3x3|"
        + "from01_max-pool-3x3_max-pool-3x3|from12_max-pool-3x3_skip-connect|"
        + "from02_max-pool-3x3_skip-connect|from12_max-pool-3x3_skip-connect";

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small.</exception>
    public DartsSpace(CellOptions options)
        : base(new DecisionSpace("darts", new[] { "normal", "reduce" }.SelectMany(Cell)), options, new CellForm(
            2, Nodes, Operations, LooseOnly: false))
    {
        References = base.References.Add("darts-v2", Parse(DartsV2));
        Describe(References["darts-v2"]);
    }

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References { get; }

    /// <summary>
    /// An operation per edge, <c>none</c> first, for the 14 edges of either cell: <c>normal.edge02</c> to
    /// <c>reduce.edge45</c>; with partial channels the edges of each node besides, <c>normal.node2.edges</c> to
    /// <c>reduce.node5.edges</c> (edge normalisation, PC-DARTS, arXiv 1907.05737, section 3.2).
    /// </summary>
    public DecisionSpace Relaxed => ChannelParts == 1 ? DartsMixture.Decisions : DartsMixture.WithEdges;

    /// <summary>As the options say.</summary>
    public int ChannelParts => Options.Parts;

    /// <summary>Its two edges per node with their operations, and <c>none</c> on the others.</summary>
    public Mixture Mixture(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return DartsMixture.Of(architecture, ChannelParts > 1);
    }

    /// <summary>
    /// For each node the two edges whose largest weight but that of <c>none</c> is largest (section 2.4); with partial channels, times the
    /// weight of the edge.
    /// </summary>
    public Architecture Discretise(IReadOnlyDictionary<string, ImmutableArray<double>> weights) =>
        Decisions.Architecture([.. DartsMixture.Discretise(weights, ChannelParts > 1)]);

    /// <summary>Each edge of both cells is the weighted sum of its operations (eq. 2).</summary>
    public NetworkSpec DescribeMixture() =>
        CellNetwork.Add(NetworkSpec.From(Input), Options, (place, beforeLast, last) =>
            DartsMixture.AddCell(place, beforeLast, last, ChannelParts)).Build();

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "Every operation on every edge has weights of its own, as in the paper's supernet.",
        "Poolings have no batch norm, as in the network that is trained in the end.",
    ];

    private protected override int Read(ReadOnlySpan<int> values, bool reduction, Span<CellEdge> edges)
    {
        for (var node = 0; node < Nodes; node++)
        {
            var at = 3 * (node + (reduction ? Nodes : 0));
            var (first, second) = Pairs[node][values[at]];
            edges[2 * node] = new CellEdge(first, values[at + 1]);
            edges[2 * node + 1] = new CellEdge(second, values[at + 2]);
        }

        return 2 * Nodes;
    }

    internal static FeatureMap Edge(CellPlace place, FeatureMap map, int source, int node, int operation) =>
        CellOperations.Add(place.At(map, $"edge{source}{node + 2}"), Operations[operation], place.Stride(source));

    private protected override void Write(ReadOnlySpan<CellEdge> edges, bool reduction, Span<int> values)
    {
        for (var node = 0; node < Nodes; node++)
        {
            var at = 3 * (node + (reduction ? Nodes : 0));
            var (one, other) = (edges[2 * node], edges[2 * node + 1]);
            (values[at], values[at + 1], values[at + 2]) = (
                Pairs[node].IndexOf((one.Source, other.Source)), one.Operation, other.Operation);
        }
    }

    private protected override string Label(int node) => $"node{node + 2}";

    private protected override string Label(int node, int side, int source) => $"edge{source}{node + 2}";

    /// <summary>Pairs of different sources of a node: the two inputs are 0 and 1, its predecessors 2 and on.</summary>
    internal static ImmutableArray<(int First, int Second)> Sources(int node) =>
    [
        .. from second in Enumerable.Range(1, node + 1)
           from first in Enumerable.Range(0, second)
           select (first, second),
    ];

    private static IEnumerable<Decision> Cell(string cell) => Enumerable.Range(0, Nodes).SelectMany(node =>
    {
        var group = $"{cell}.node{node + 2}";
        return new[]
        {
            new Decision($"{group}.sources", [.. Pairs[node].Select(pair => $"from{pair.First}{pair.Second}")]) { Group = group },
            new Decision($"{group}.first", [.. Operations.Select(Label)]) { Group = group },
            new Decision($"{group}.second", [.. Operations.Select(Label)]) { Group = group },
        };
    });

    internal static string Label(string operation) => operation.Replace('_', '-');
}
