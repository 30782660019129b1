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
            [input, .. Constants(graph, convolution, tensors)],
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

    private static string[] Constants(OnnxGraph graph, Operation operation, Func<Weight, float[]> tensors) =>
        [.. operation.Weights.Select(weight => Constant(graph, weight, tensors))];

    /// <summary>A weight as a constant.</summary>
    internal static string Constant(OnnxGraph graph, Weight weight, Func<Weight, float[]> tensors) =>
        graph.Numbers(weight.Name, tensors(weight), [.. weight.Shape.Select(size => (long)size)]);
}
