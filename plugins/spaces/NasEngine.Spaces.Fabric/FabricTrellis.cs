using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.Fabric;

/// <summary>Nodes and edges of the trellis.</summary>
/// <param name="options">How many layers, scales and channels.</param>
/// <exception cref="InputException">The image has fewer scales.</exception>
internal sealed class FabricTrellis(FabricOptions options)
{
    private readonly FabricOptions _options =
        options.Scales == 1 || Size(options.Task, options.Scales - 2) > Size(options.Task, options.Scales - 1)
        ? options
        : throw new InputException($"Space 'fabric' has {options.Scales} scales, too many for images of {options.Task.Size} pixels; "
            + "give fewer.");

    /// <summary>Height and width at a scale: halved, rounded up, per scale.</summary>
    public int Size(int scale) => Size(_options.Task, scale);

    /// <summary>The scale after a move −1 (finer), 0 or 1 (coarser), kept inside the trellis.</summary>
    public int Move(int scale, int move) => Math.Clamp(scale + move, 0, _options.Scales - 1);

    /// <summary>The first node: layer 0 at the finest scale.</summary>
    public FeatureMap Start(FeatureMap image) => image.At("layer0", "scale0").ConvBn("conv", _options.Channels, 3, ActivationKind.Relu);

    /// <summary>The edge from a node into layer <paramref name="layer"/>: 3×3, of stride 2 towards a coarser scale.</summary>
    public FeatureMap Edge(FeatureMap map, int layer, int from, int to) => Step(map, $"layer{layer}", from, to);

    /// <summary>From a node of the last layer down to the coarsest scale, one scale at a time.</summary>
    public FeatureMap Descend(FeatureMap map, int from)
    {
        for (var scale = from; scale < _options.Scales - 1; scale++)
        {
            map = DescendOnce(map, scale);
        }

        return map;
    }

    /// <summary>From a node of the last layer to the next coarser one.</summary>
    public FeatureMap DescendOnce(FeatureMap map, int from) => Step(map, "descent", from, from + 1);

    /// <summary>Pooling and classifier behind the coarsest node of the last layer.</summary>
    public FeatureMap Classify(FeatureMap map) =>
        map.At("head").GlobalAveragePool().Linear("classifier", _options.Task.Classes);

    /// <summary>
    /// All nodes and edges: a node is the sum of its edges, a node of the last layer also of what comes down from the finer ones (NIPS
    /// 2016, arXiv 1606.02492, section 3.1).
    /// </summary>
    public FeatureMap Whole(FeatureMap image)
    {
        var column = new FeatureMap?[_options.Scales];
        column[0] = Start(image);
        for (var layer = 1; layer <= _options.Layers; layer++)
        {
            column = Next(column, layer);
        }

        FeatureMap? last = null;
        for (var scale = 0; scale < _options.Scales; scale++)
        {
            var descended = last is { } finer ? DescendOnce(finer, scale - 1) : (FeatureMap?)null;
            last = (column[scale], descended) switch
            {
                ({ } node, { } from) => node.Plus(from),
                (null, { } from) => from,
                var (node, _) => node,
            };
        }

        return Classify(last!.Value);
    }

    private FeatureMap?[] Next(FeatureMap?[] before, int layer)
    {
        var column = new FeatureMap?[_options.Scales];
        for (var to = 0; to < _options.Scales; to++)
        {
            var (finest, coarsest) = (Math.Max(0, to - 1), Math.Min(_options.Scales - 1, to + 1));
            var terms = Enumerable.Range(finest, coarsest - finest + 1)
                .Where(from => before[from] is not null)
                .Select(from => Edge(before[from]!.Value, layer, from, to)).ToArray();
            column[to] = terms.Length > 0 ? terms[0].Plus([.. terms.Skip(1)]) : null;
        }

        return column;
    }

    private FeatureMap Step(FeatureMap map, string stage, int from, int to) =>
        map.At(stage, $"scale{to}").ResizeTo(Size(Math.Min(from, to)), Size(Math.Min(from, to)))
            .ConvBn($"from{from}", _options.Channels, 3, ActivationKind.Relu, to > from ? 2 : 1);

    private static int Size(ImageTask task, int scale) => (task.Size + (1 << scale) - 1) >> scale;
}
