using System.Collections.Immutable;
using System.Numerics;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>
/// Costs of cells by place, counted once from descriptions of their parts: what a cell costs is the sum over its edges,
/// the inputs that it reads, its nodes and its output. Cells that nothing reads cost nothing.
/// </summary>
internal sealed class CellCosts
{
    private readonly CellCostTable[] _cells;
    private readonly ArchitectureCost _stem;
    private readonly ArchitectureCost[] _heads;
    private readonly CellForm _form;

    public CellCosts(CellOptions options, CellForm form, Func<CellPlace, ImmutableArray<(int Number, FeatureMap Map)>, FeatureMap> join)
    {
        _form = form;
        (_stem, var first) = CellCostTable.Count(options.Task.Input, map => CellNetwork.Stem(map, options));
        var outputs = new List<FeatureShape[]> { Same(first), Same(first) };
        _cells = [.. CellNetwork.Places(options).Select(place =>
        {
            var table = new CellCostTable(place, form, outputs[^2], outputs[^1], join);
            outputs.Add(table.Shapes);
            return table;
        })];
        _heads = [.. outputs[^1].Select(shape => CellCostTable.Count(shape, map => CellNetwork.Head(map, options)).Cost)];

        FeatureShape[] Same(FeatureShape shape) => [.. Enumerable.Repeat(shape, form.Nodes)];
    }

    /// <summary>The cost of a network of these cells, each given by its edges.</summary>
    public ArchitectureCost Of(ReadOnlySpan<CellEdge> normal, ReadOnlySpan<CellEdge> reduction)
    {
        var (small, large) = (Outputs(normal), Outputs(reduction));
        var total = new CostSum();
        total.Add(_stem);
        var (read, readBefore) = (true, false);
        for (var i = _cells.Length - 1; i >= 0; i--)
        {
            var cell = _cells[i];
            var readTwoBefore = false;
            if (read)
            {
                var edges = cell.Place.Reduction ? reduction : normal;
                var inputs = cell.AddTo(ref total, edges, cell.Place.Reduction ? large : small);
                total.Add((inputs & 1) == 0 ? default : cell.BeforeLast[i < 2 ? 0 : Of(i - 2)]);
                total.Add((inputs & 2) == 0 ? default : cell.Last[i < 1 ? 0 : Of(i - 1)]);
                readTwoBefore = (inputs & 1) != 0;
                readBefore |= (inputs & 2) != 0;
            }

            (read, readBefore) = (readBefore, readTwoBefore);
        }

        total.Add(_heads[Of(_cells.Length - 1)]);
        return total.Cost;

        int Of(int cell) => _cells[cell].Place.Reduction ? large : small;
    }

    /// <summary>How many nodes make the output, less one.</summary>
    private int Outputs(ReadOnlySpan<CellEdge> edges) => BitOperations.PopCount((uint)_form.Outputs(edges)) - 1;
}
