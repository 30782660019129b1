using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>The operations with weights as operators of ONNX; a weight has the name that the network's state dictionary gives it.</summary>
internal static class OnnxLayers
{
    /// <summary>A convolution.</summary>
    public static string Convolution(OnnxGraph graph, string input, Convolution convolution, Func<Weight, float[]> tensors)
    {
        var ((top, left), (down, right)) = (convolution.PaddingSize, convolution.StrideSize);
        return graph.Node(
            "Conv",
            [input, .. convolution.Bits == Networks.Convolution.FloatBits
                ? Constants(graph, convolution, tensors)
                : [Rounded(graph, convolution, tensors), .. convolution.Weights.Skip(1).Select(bias => Constant(graph, bias, tensors))]],
            OnnxAttribute.List("kernel_shape", convolution.KernelSize.Height, convolution.KernelSize.Width),
            OnnxAttribute.List("strides", down, right),
            OnnxAttribute.List("pads", top, left, top, left),
            OnnxAttribute.List("dilations", convolution.Dilation, convolution.Dilation),
            OnnxAttribute.Of("group", convolution.Groups));
    }

    /// <summary>A batch norm with the statistics that it kept.</summary>
    public static string BatchNorm(OnnxGraph graph, string input, BatchNorm norm, Func<Weight, float[]> tensors)
    {
        string[] affine = norm.Affine ? Constants(graph, norm, tensors) :
        [
            graph.Numbers($"{norm.Key}.ones", Enumerable.Repeat(1f, norm.Channels).ToArray(), norm.Channels),
            graph.Numbers($"{norm.Key}.zeros", new float[norm.Channels], norm.Channels),
        ];
        return graph.Node(
            "BatchNormalization",
            [
                input, .. affine,
                Constant(graph, new Weight(norm.Key + ".running_mean", [norm.Channels]), tensors),
                Constant(graph, new Weight(norm.Key + ".running_var", [norm.Channels]), tensors),
            ],
            OnnxAttribute.Of("epsilon", (float)norm.Epsilon));
    }

    /// <summary>A linear layer on the flattened map; what it gives is N×Out×1×1.</summary>
    public static string Linear(OnnxGraph graph, string input, Linear linear, Func<Weight, float[]> tensors)
    {
        var flat = graph.Node("Flatten", [input], OnnxAttribute.Of("axis", 1));
        var product = graph.Node("Gemm", [flat, .. Constants(graph, linear, tensors)], OnnxAttribute.Of("transB", 1));
        return graph.Node("Unsqueeze", [product, graph.Whole(2, 3)]);
    }

    /// <summary>A byte for each weight, whatever its bits, and a step for each output channel.</summary>
    private static string Rounded(OnnxGraph graph, Convolution convolution, Func<Weight, float[]> tensors)
    {
        var weight = convolution.Weights[0];
        var (steps, scales) = WholeWeights.Of(tensors(weight), convolution.Out, convolution.Levels);
        return graph.Node(
            "DequantizeLinear",
            [
                graph.Bytes(weight.Name + ".steps", steps, [.. weight.Shape.Select(size => (long)size)]),
                graph.Numbers(weight.Name + ".step", scales, convolution.Out),
            ],
            OnnxAttribute.Of("axis", 0));
    }

    private static string[] Constants(OnnxGraph graph, Operation operation, Func<Weight, float[]> tensors) =>
        [.. operation.Weights.Select(weight => Constant(graph, weight, tensors))];

    /// <summary>A weight as a constant.</summary>
    internal static string Constant(OnnxGraph graph, Weight weight, Func<Weight, float[]> tensors) =>
        graph.Numbers(weight.Name, tensors(weight), [.. weight.Shape.Select(size => (long)size)]);
}
