using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>What the parts of one cell cost. Outputs are numbered by how many nodes make them, less one.</summary>
internal sealed class CellCostTable
{
    private readonly ArchitectureCost[] _outer;
    private readonly ArchitectureCost[] _inner;
    private readonly ArchitectureCost _sum;
    private readonly ArchitectureCost[] _outputs;

    public CellCostTable(
        CellPlace place, CellForm form, FeatureShape[] beforeLast, FeatureShape[] last,
        Func<CellPlace, ImmutableArray<(int Number, FeatureMap Map)>, FeatureMap> join)
    {
        Place = place;
        BeforeLast = [.. beforeLast.Select(shape => Count(shape, map => CellNetwork.Fit(place, map, last[0].Height, "before_last")).Cost)];
        var fitted = last.Select(shape => Count(shape, map => CellNetwork.Fit(place, map, shape.Height, "last"))).ToArray();
        Last = [.. fitted.Select(one => one.Cost)];
        var outer =
            form.Operations.Select(name => Count(fitted[0].Output, map => CellOperations.Add(map, name, place.Stride(0)))).ToArray();
        _outer = [.. outer.Select(one => one.Cost)];
        var node = outer[0].Output;
        _inner = [.. form.Operations.Select(name => Count(node, map => CellOperations.Add(map, name, 1)).Cost)];
        _sum = Count(node, map => map.Plus(map)).Cost;
        var joined = Enumerable.Range(1, form.Nodes).Select(parts => Count(node, map =>
            join(place, [.. Enumerable.Range(2, parts).Select(number => (number, map))]))).ToArray();
        _outputs = [.. joined.Select(one => one.Cost)];
        Shapes = [.. joined.Select(one => one.Output)];
    }

    public CellPlace Place { get; }

    /// <summary>Cost of fitting the input from the cell before the last, by that one's output.</summary>
    public ArchitectureCost[] BeforeLast { get; }

    /// <summary>Cost of fitting the input from the last cell, by that one's output.</summary>
    public ArchitectureCost[] Last { get; }

    /// <summary>Shapes of the outputs.</summary>
    public FeatureShape[] Shapes { get; }

    /// <summary>Cost of a part of a description, and what it gives.</summary>
    public static (ArchitectureCost Cost, FeatureShape Output) Count(FeatureShape input, Func<FeatureMap, FeatureMap> add)
    {
        var map = add(NetworkSpec.From(input));
        return (map.Build().Cost, map.Shape);
    }

    /// <summary>Adds all but the fitting of the inputs; gives which of the two inputs are read, as bits.</summary>
    public int AddTo(ref CostSum total, ReadOnlySpan<CellEdge> edges, int outputs)
    {
        var inputs = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            var edge = edges[i];
            total.Add(edge.Source < 2 ? _outer[edge.Operation] : _inner[edge.Operation]);
            inputs |= 1 << edge.Source;
            total.Add(i % 2 == 0 ? _sum : default);
        }

        total.Add(_outputs[outputs]);
        return inputs & 3;
    }
}
