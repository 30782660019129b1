using NasEngine.Networks;

namespace NasEngine.Spaces.Mlp;

/// <summary>Blocks of networks for tables, each from channels to as many.</summary>
internal static class TabularBlock
{
    private const string Plain = "plain";
    private const string Residual = "residual";
    private const string Gated = "gated";

    /// <summary>The blocks: two layers alone, added to what they read, and with a gate between them, added.</summary>
    public static readonly string[] Names = [Plain, Residual, Gated];

    /// <summary>Adds a block.</summary>
    /// <param name="map">C×1×1, at the place of the block.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="ratio">Inner width, in multiples of C.</param>
    public static FeatureMap Add(FeatureMap map, string name, int ratio)
    {
        var channels = map.Shape.Channels;
        var normal = map.BatchNorm("bn");
        var inner = normal.Linear("inner", channels * ratio);
        inner = name == Gated
            ? inner.Scale(normal.Linear("gate", channels * ratio).Activate(ActivationKind.Sigmoid))
            : inner.Activate(ActivationKind.Relu);
        var outer = inner.Linear("outer", channels);
        return name == Plain ? outer.Activate(ActivationKind.Relu) : map.Plus(outer);
    }
}
