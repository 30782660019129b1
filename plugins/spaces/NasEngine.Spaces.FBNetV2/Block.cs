using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>The choices of one block.</summary>
internal readonly record struct Block(int Channels, double Expansion, int Kernel, ActivationKind Activation, int Splits, int Bits)
{
    /// <summary>
    /// The block as an inverted residual. The expansion is left out when the ratio is 1; attention has a quarter of the
    /// middle channels with one split (FBNetV2's own models) and at least 32 with more (ResNeSt).
    /// </summary>
    public InvertedResidual Describe(int inputChannels, int stride, int divisor)
    {
        var middle = MiddleOf(inputChannels, Expansion, divisor);
        return new InvertedResidual
        {
            Channels = Channels,
            Middle = middle,
            Expand = Expansion != 1,
            Kernel = Kernel,
            Stride = stride,
            Activation = Activation,
            Attention = AttentionOf(middle, Splits, divisor),
        };
    }

    /// <summary>Channels of the depthwise convolution.</summary>
    public static int MiddleOf(int inputChannels, double expansion, int divisor) =>
        expansion == 1 ? inputChannels : Networks.Channels.Nearest(inputChannels * expansion, divisor);

    /// <summary>The attention behind so many middle channels; null without.</summary>
    public static ChannelAttention? AttentionOf(int middle, int splits, int divisor) => splits switch
    {
        0 => null,
        1 => new ChannelAttention(1, Networks.Channels.Nearest(middle / 4.0, divisor), ActivationKind.HardSigmoid),
        _ => new ChannelAttention(splits, Math.Max(middle * splits / 4, 32)) { Normalised = true },
    };
}
