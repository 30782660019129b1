using System.Collections.Immutable;

namespace NasEngine.Networks;

/// <summary>The settings of an operation by name, as JSON, hashes and latency keys write them; <c>key</c> is the weight key.</summary>
internal static class OperationFields
{
    public const string Key = "key";

    public static ImmutableArray<(string Name, object Value)> Of(Operation operation) => operation switch
    {
        Input input => [("channels", input.Shape.Channels), ("height", input.Shape.Height), ("width", input.Shape.Width)],
        Convolution conv =>
        [
            (Key, conv.Key), ("in", conv.In), ("out", conv.Out), ("kernel", conv.Kernel), ("stride", conv.Stride),
            ("padding", conv.Padding),
            ("dilation", conv.Dilation), ("groups", conv.Groups), ("bias", conv.Bias), ("form", KernelForms.Name(conv.Form)),
            .. Bits(conv),
        ],
        BatchNorm norm =>
        [
            (Key, norm.Key), ("channels", norm.Channels), ("epsilon", norm.Epsilon), ("momentum", norm.Momentum), ("affine", norm.Affine),
        ],
        Linear linear => [(Key, linear.Key), ("in", linear.In), ("out", linear.Out), ("bias", linear.Bias)],
        Pool pool => [("kernel", pool.Kernel), ("stride", pool.Stride), ("padding", pool.Padding), ("count_padding", pool.CountPadding)],
        Embedding embedding => [(Key, embedding.Key), ("tokens", embedding.Tokens), ("size", embedding.Size)],
        Positions positions => [(Key, positions.Key), ("channels", positions.Channels), ("places", positions.Places)],
        LayerNorm norm => [(Key, norm.Key), ("channels", norm.Channels), ("epsilon", norm.Epsilon)],
        Attention attention => [("heads", attention.Heads)],
        Recurrent recurrent =>
        [
            (Key, recurrent.Key), ("in", recurrent.In), ("channels", recurrent.Channels), ("cell", recurrent.Cell.ToString()),
        ],
        SplitSum split => [("radix", split.Radix)],
        SplitSoftmax split => [("radix", split.Radix)],
        Zero zero => [("channels", zero.Channels), ("stride", zero.Stride)],
        Resize resize => [("height", resize.Height), ("width", resize.Width)],
        ChannelSlice slice => [("start", slice.Start), ("count", slice.Count)],
        PlacedSum sum => [("selection", sum.Selection.ToString()), ("height", sum.Height), ("width", sum.Width)],
        MixtureOperation mixture => [("selection", mixture.Selection.ToString())],
        ChannelPad pad => [("channels", pad.Channels)],
        _ => [],
    };

    /// <summary>Said where weights are rounded alone: descriptions of other networks stay as they were.</summary>
    private static (string Name, object Value)[] Bits(Convolution conv) =>
        conv.Bits == Convolution.FloatBits ? [] : [("bits", conv.Bits)];
}
