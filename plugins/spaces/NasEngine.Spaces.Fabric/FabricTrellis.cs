using NasEngine.Networks;

namespace NasEngine.Spaces.Fabric;

/// <summary>Nodes and edges of the trellis.</summary>
internal sealed class FabricTrellis(FabricOptions options)
{
    /// <summary>Height and width at a scale: halved, rounded up, per scale.</summary>
    public int Size(int scale) => (options.Task.Size + (1 << scale) - 1) >> scale;

    /// <summary>The scale after a move −1 (finer), 0 or 1 (coarser), kept inside the trellis.</summary>
    public int Move(int scale, int move) => Math.Clamp(scale + move, 0, options.Scales - 1);

    /// <summary>The first node: layer 0 at the finest scale.</summary>
    public FeatureMap Start(FeatureMap image) => image.At("layer0", "scale0").ConvBn("conv", options.Channels, 3, ActivationKind.Relu);

    /// <summary>The edge from a node into layer <paramref name="layer"/>: 3×3, of stride 2 towards a coarser scale.</summary>
    public FeatureMap Edge(FeatureMap map, int layer, int from, int to) => Step(map, $"layer{layer}", from, to);

    /// <summary>From a node of the last layer down to the coarsest scale, one scale at a time.</summary>
    public FeatureMap Descend(FeatureMap map, int from)
    {
        for (var scale = from; scale < options.Scales - 1; scale++)
        {
            map = DescendOnce(map, scale);
        }

        return map;
    }

    /// <summary>From a node of the last layer to the next coarser one.</summary>
    public FeatureMap DescendOnce(FeatureMap map, int from) => Step(map, "descent", from, from + 1);

    /// <summary>Pooling and classifier behind the coarsest node of the last layer.</summary>
    public FeatureMap Classify(FeatureMap map) =>
        map.At("head").GlobalAveragePool().Linear("classifier", options.Task.Classes);

    private FeatureMap Step(FeatureMap map, string stage, int from, int to) =>
        map.At(stage, $"scale{to}").ResizeTo(Size(Math.Min(from, to)), Size(Math.Min(from, to)))
            .ConvBn($"from{from}", options.Channels, 3, ActivationKind.Relu, to > from ? 2 : 1);
}
