using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Spaces.Cells.Pnas;

/// <summary>
/// PNAS (ECCV 2018, arXiv 1712.00559): one cell of one to five blocks, each the sum of two of eight operations on two
/// earlier outputs; with stride 2 it is the reduction. Blocks have 136, 300, 528, 820 and 1176 different forms by
/// symmetry. The number of blocks is a decision, so that the levels of the progressive search are one space.
/// </summary>
/// <remarks>
/// Assumed where the paper leaves it open: the cell gives all blocks side by side (as the published PNASNet-5 code
/// does), pooling keeps its channels, an identity of stride 2 is a factorised reduction, the row and the column of the 7×1 and 1×7 pair
/// stride one direction each (as in DARTS's code; that of PNASNet-5 has no such pair), and the stem has as many channels as three
/// operations. Of N = 3 the nine cells in all count the two reductions, as in that code.
/// </remarks>
public sealed class PnasSpace : CellSpace
{
    /// <summary>The most blocks of a cell, B.</summary>
    public const int Blocks = 5;

    private const string PnasNet5 =
        "b5|i0_sep5_i0_max3|i1_sep7_i1_max3|i1_sep5_i1_sep3|i4_sep3_i1_max3|i0_sep3_i1_identity";

    private static readonly ImmutableArray<string> Operations =
        ["sep3", "sep5", "sep7", "conv7", "identity", "avg3", "max3", "dil3"];

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image is too small.</exception>
    public PnasSpace(CellOptions options)
        : base(BlockDecisions(), options, new CellForm(1, Blocks, Operations, LooseOnly: false))
    {
        References = base.References.Add("pnasnet-5", Parse(PnasNet5));
        Describe(References["pnasnet-5"]);
    }

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, Architecture> References { get; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "The cell gives all blocks side by side, as the published PNASNet-5 code does.",
        "Pooling keeps its channels, an identity of stride 2 is a factorised reduction, and the stem has as many channels as three "
        + "operations.",
        "The row of 'conv7' strides across and its column downwards, as in DARTS's code; the code of PNASNet-5 has no such pair.",
        "Of N = 3 the nine cells in all count the two reductions, as in that code.",
    ];

    private protected override int Read(ReadOnlySpan<int> values, bool reduction, Span<CellEdge> edges)
    {
        var count = 2 * (values[0] + 1);
        for (var i = 0; i < count; i++)
        {
            edges[i] = new CellEdge(values[1 + 2 * i], values[2 + 2 * i]);
        }

        return count;
    }

    private protected override void Write(ReadOnlySpan<CellEdge> edges, bool reduction, Span<int> values)
    {
        for (var i = 0; i < edges.Length; i++)
        {
            (values[1 + 2 * i], values[2 + 2 * i]) = (edges[i].Source, edges[i].Operation);
        }
    }

    private protected override string Label(int node) => $"block{node + 1}";

    private protected override string Label(int node, int side, int source) => $"block{node + 1}{"ab"[side]}.from{source}";

    /// <summary>
    /// Every block with every source and operation on either side, all blocks there; the other side reads the cell before, so
    /// that no cell is left out.
    /// </summary>
    public override IEnumerable<Architecture> Covering() =>
        from side in Enumerable.Range(0, 2)
        from source in Enumerable.Range(0, Blocks + 1)
        from operation in Enumerable.Range(0, Operations.Length)
        select Decisions.Architecture([.. Decisions.Decisions.Select((decision, number) =>
            number == 0 ? Blocks - 1
            : number % 2 == 0 ? operation
            : (number - 1) / 2 % 2 == side ? Math.Min(source, decision.Count - 1) : 1)]);

    private static DecisionSpace BlockDecisions()
    {
        var list = new DecisionList();
        var blocks = list.Add(new Decision("blocks", [.. Enumerable.Range(1, Blocks).Select(block => $"b{block}")]) { Ordered = true });
        for (var block = 0; block < Blocks; block++)
        {
            var group = $"block{block + 1}";
            ImmutableArray<string> sources = [.. Enumerable.Range(0, block + 2).Select(source => $"i{source}")];
            var when = block == 0 ? null : list.AtLeast(blocks, block);
            list.Add(new Decision($"{group}.source1", sources) { Group = group, When = when });
            list.Add(new Decision($"{group}.operation1", Operations) { Group = group, When = when });
            list.Add(new Decision($"{group}.source2", sources) { Group = group, When = when });
            list.Add(new Decision($"{group}.operation2", Operations) { Group = group, When = when });
        }

        return list.Build("pnas");
    }
}
