using NasEngine.Networks;

namespace NasEngine.Spaces.Mobile.MnasNet;

/// <summary>One layer of a block.</summary>
internal sealed record MnasNetLayer(string Operation, int Kernel, double Attention, string Skip, int Filters, int Stride)
{
    public FeatureMap AddTo(FeatureMap input)
    {
        var attention = Attention > 0 ? new ChannelAttention(1, Math.Max(1, (int)(input.Shape.Channels * Attention))) : null;
        var output = Operation == "conv" ? Convolution(input, attention) : Residual(attention, input.Shape.Channels).AddTo(input);
        return Skip switch
        {
            "identity" when Operation == "conv" && output.Shape == input.Shape => output.Plus(input),
            "pool" when output.Shape.Channels >= input.Shape.Channels => output.Plus(Pooled(input)),
            _ => output,
        };
    }

    private FeatureMap Convolution(FeatureMap input, ChannelAttention? attention)
    {
        var map = input.ConvBn($"conv.k{Kernel}", Filters, Kernel, ActivationKind.Relu, Stride);
        return attention?.AddTo(map) ?? map;
    }

    private InvertedResidual Residual(ChannelAttention? attention, int input)
    {
        var ratio = Operation switch { "mb3" => 3, "mb6" => 6, _ => 1 };
        return new InvertedResidual
        {
            Channels = Filters,
            Middle = input * ratio,
            Expand = ratio > 1,
            Kernel = Kernel,
            Stride = Stride,
            Attention = attention,
            Residual = Skip == "identity",
        };
    }

    private FeatureMap Pooled(FeatureMap input)
    {
        var pooled = input.AveragePool(3, Stride);
        return pooled.Shape.Channels == Filters ? pooled : pooled.Then(new ChannelPad(Filters));
    }
}
