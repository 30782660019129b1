using System.Collections.Immutable;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Fabric;

/// <summary>
/// Convolutional neural fabrics (NIPS 2016, arXiv 1606.02492): a trellis of layers and scales, whose paths from the
/// finest to the coarsest scale are the architectures. In each layer a path goes to a finer, the same or a coarser scale;
/// where the trellis ends it stays. Every edge has weights of its own.
/// </summary>
/// <remarks>
/// The paper trains the whole fabric, where a node is the sum of its edges: that network is <see cref="Fabric"/>, and
/// <see cref="WholeFabricSpace"/> the space that is it alone. Assumed:
/// one channel count for all nodes, batch norm and ReLU behind each convolution, and nearest-neighbour enlargement before a
/// convolution towards a finer scale.
/// </remarks>
public sealed class FabricSpace : ChainSpace
{
    private readonly FabricOptions _options;
    private readonly FabricTrellis _trellis;

    /// <summary>Makes the space.</summary>
    /// <exception cref="InputException">The image has fewer scales.</exception>
    public FabricSpace(FabricOptions options)
        : this(options, new FabricTrellis(options))
    {
    }

    private FabricSpace(FabricOptions options, FabricTrellis trellis)
        : base(Moves(options), options.Task, Segments(options, trellis)) => (_options, _trellis) = (options, trellis);

    /// <summary>The whole fabric as one network.</summary>
    public NetworkSpec Fabric => _trellis.Whole(NetworkSpec.From(Input)).Build();

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, NetworkSpec> Networks => base.Networks.Add("fabric", Fabric);

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions =>
    [
        "One number of channels for all nodes, batch norm and ReLU behind each convolution.",
        "An edge towards a finer scale enlarges by nearest neighbour before its convolution.",
    ];

    /// <summary>A move out of the trellis is staying.</summary>
    public override Architecture Canonical(Architecture architecture)
    {
        Decisions.MustHold(architecture);
        var scale = 0;
        var values = architecture.Values.ToArray();
        foreach (ref var value in values.AsSpan())
        {
            var next = _trellis.Move(scale, value - 1);
            (scale, value) = (next, next - scale + 1);
        }

        return Decisions.Architecture(values);
    }

    /// <summary>For each edge a path through it.</summary>
    public override IEnumerable<Architecture> Covering() =>
        from layer in Enumerable.Range(0, _options.Layers)
        from scale in Enumerable.Range(0, Math.Min(layer + 1, _options.Scales))
        from move in Enumerable.Range(0, 3)
        select Decisions.Architecture([.. Enumerable.Range(0, _options.Layers).Select(at =>
            at == layer ? move : at < scale ? 2 : 1)]);

    private static DecisionSpace Moves(FabricOptions options) => new("fabric", Enumerable.Range(1, options.Layers).Select(layer =>
        new Decision($"layer{layer}", ["finer", "same", "coarser"]) { Ordered = true }));

    private static IEnumerable<ChainSegment> Segments(FabricOptions options, FabricTrellis trellis) =>
    [
        new ChainSegment([], (map, _) => trellis.Start(map)),
        .. Enumerable.Range(0, options.Layers).Select(layer => new ChainSegment([layer], (map, values) =>
        {
            var from = Scale(trellis, map.Shape.Height);
            return trellis.Edge(map, layer + 1, from, trellis.Move(from, values[layer] - 1));
        })),
        new ChainSegment([], (map, _) => trellis.Classify(trellis.Descend(map, Scale(trellis, map.Shape.Height)))),
    ];

    private static int Scale(FabricTrellis trellis, int size)
    {
        var scale = 0;
        while (trellis.Size(scale) > size)
        {
            scale++;
        }

        return scale;
    }
}
