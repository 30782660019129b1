using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Cells;

/// <summary>
/// A space of cells whose nodes are each the sum of two operations on earlier nodes. Costs are sums of looked-up edges, so
/// no graph is built for them.
/// </summary>
public abstract class CellSpace : NetworkSpace, IPathEncoded
{
    private readonly CellForm _form;
    private readonly CellPaths _paths;
    private readonly Lazy<CellCosts> _costs;

    private protected CellSpace(DecisionSpace decisions, CellOptions options, CellForm form)
        : base(decisions, options.Task)
    {
        (Options, _form, _paths) = (options, form, new CellPaths(form));
        _costs = new Lazy<CellCosts>(() => new CellCosts(options, form, Join));
    }

    private protected CellOptions Options { get; }

    /// <summary>Paths from either input to the output by their operations, per kind of cell: Σ 2·operations^length.</summary>
    public int PathCount => _paths.Count;

    /// <inheritdoc/>
    public ImmutableArray<int> Paths(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        return [.. Enumerable.Range(0, _form.Kinds)
            .SelectMany(kind => _paths.Of(kind, Edges(architecture.Values.AsSpan(), kind == 1)))
            .Distinct().Order()];
    }

    /// <summary>
    /// Of all numberings of each cell's nodes the one with the smallest list of edges: networks that differ in it only by the
    /// order of channels are one.
    /// </summary>
    public override Architecture Canonical(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var values = architecture.Values.ToArray();
        for (var kind = 0; kind < _form.Kinds; kind++)
        {
            Write(CellNumbering.Smallest(Edges(architecture.Values.AsSpan(), kind == 1)), kind == 1, values);
        }

        return Decisions.Architecture(values);
    }

    /// <inheritdoc/>
    public override ArchitectureCost Cost(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var values = architecture.Values.AsSpan();
        Span<CellEdge> normal = stackalloc CellEdge[2 * _form.Nodes];
        Span<CellEdge> reduction = stackalloc CellEdge[2 * _form.Nodes];
        return _costs.Value.Of(normal[..Read(values, false, normal)], reduction[..Read(values, true, reduction)]);
    }

    /// <inheritdoc/>
    protected override FeatureMap Add(FeatureMap image, Architecture architecture) =>
        CellNetwork.Add(image, Options, (place, beforeLast, last) =>
    {
        var edges = Edges(architecture.Values.AsSpan(), place.Reduction);
        var nodes = new List<FeatureMap> { beforeLast, last };
        for (var node = 0; node < edges.Length / 2; node++)
        {
            nodes.Add(place.At(Edge(node, 0), Label(node)).Plus(Edge(node, 1)));
        }

        return Join(place, [.. nodes.Select((map, number) => (number, map)).Where(one => (_form.Outputs(edges) >> one.number & 1) == 1)]);

        FeatureMap Edge(int node, int side) => edges[2 * node + side] is var edge
            ? CellOperations.Add(
                place.At(nodes[edge.Source], Label(node, side, edge.Source)), _form.Operations[edge.Operation], place.Stride(edge.Source))
            : default;
    });

    /// <summary>Reads the edges of a cell, two per node; gives how many.</summary>
    private protected abstract int Read(ReadOnlySpan<int> values, bool reduction, Span<CellEdge> edges);

    /// <summary>Writes the edges of a cell into the values of an architecture.</summary>
    private protected abstract void Write(ReadOnlySpan<CellEdge> edges, bool reduction, Span<int> values);

    /// <summary>Label of a node, counted from 0 without the inputs.</summary>
    private protected abstract string Label(int node);

    /// <summary>Label of an edge.</summary>
    private protected abstract string Label(int node, int side, int source);

    /// <summary>The cell's output from the nodes that make it: their channels side by side.</summary>
    private protected virtual FeatureMap Join(CellPlace place, ImmutableArray<(int Number, FeatureMap Map)> outputs) =>
        place.At(outputs[0].Map, "").Concat([.. outputs.Skip(1).Select(one => one.Map)]);

    private CellEdge[] Edges(ReadOnlySpan<int> values, bool reduction)
    {
        var edges = new CellEdge[2 * _form.Nodes];
        return edges[..Read(values, reduction, edges)];
    }
}
