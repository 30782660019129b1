using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>The choices of one block.</summary>
internal readonly record struct Block(int Channels, double Expansion, int Kernel, ActivationKind Activation, int Splits)
{
    /// <summary>
    /// The block as an inverted residual. The expansion is left out when the ratio is 1; attention has a quarter of the
    /// middle channels with one split (FBNetV2's own models) and at least 32 with more (ResNeSt).
    /// </summary>
    public InvertedResidual Describe(int inputChannels, int stride, int divisor)
    {
        var middle = Expansion == 1 ? inputChannels : Networks.Channels.Nearest(inputChannels * Expansion, divisor);
        return new InvertedResidual
        {
            Channels = Channels,
            Middle = middle,
            Expand = Expansion != 1,
            Kernel = Kernel,
            Stride = stride,
            Activation = Activation,
            Attention = Splits switch
            {
                0 => null,
                1 => new ChannelAttention(1, Networks.Channels.Nearest(middle / 4.0, divisor), ActivationKind.HardSigmoid),
                _ => new ChannelAttention(Splits, Math.Max(middle * Splits / 4, 32)) { Normalised = true },
            },
        };
    }
}
