using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>MobileNetV2 at width 1 for images of 224×224 (arXiv 1801.04381, table 2).</summary>
public static class MobileNetV2
{
    /// <summary>Channels of the 3×3 convolution of stride 2 that it begins with.</summary>
    public const int Stem = 32;

    /// <summary>Channels of the 1×1 convolution that it ends with.</summary>
    public const int Head = 1280;

    /// <summary>Its stages of inverted residuals.</summary>
    public static ImmutableArray<Stage> Stages { get; } =
    [
        new(1, 16, 1, 1), new(6, 24, 2, 2), new(6, 32, 3, 2), new(6, 64, 4, 2), new(6, 96, 3, 1), new(6, 160, 3, 2), new(6, 320, 1, 1),
    ];

    /// <summary>Equal inverted residuals.</summary>
    /// <param name="Expansion">Ratio of middle to input channels.</param>
    /// <param name="Channels">Output channels.</param>
    /// <param name="Blocks">How many.</param>
    /// <param name="Stride">Stride of the first; that of the others is 1.</param>
    public sealed record Stage(int Expansion, int Channels, int Blocks, int Stride);
}
