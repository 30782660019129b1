using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Operations of tokens and of transformers as operators of ONNX.</summary>
internal static class OnnxSequences
{
    private const long Float = 1;
    private const long Int64 = 7;

    /// <summary>A row of the table per token.</summary>
    public static string Embedding(
        OnnxGraph graph, string input, FeatureShape shape, Embedding embedding, Func<Weight, float[]> tensors)
    {
        var last = graph.Numbers(FormattableString.Invariant($"number[{embedding.Tokens - 1}]"), [embedding.Tokens - 1]);
        var bounded = graph.Node("Clip", [input, graph.Numbers("number[0]", [0]), last]);
        var numbers = graph.Node("Reshape", [Cast(graph, bounded, Int64), graph.Whole(0, shape.Height, shape.Width)]);
        var vectors = graph.Node(
            "Gather", [OnnxLayers.Constant(graph, embedding.Weights[0], tensors), numbers], OnnxAttribute.Of("axis", 0));
        return ChannelsFirst(graph, vectors);
    }

    /// <summary>A vector added to each place.</summary>
    public static string Positions(OnnxGraph graph, string input, FeatureShape shape, Positions positions, Func<Weight, float[]> tensors)
    {
        var turned = graph.Node(
            "Transpose", [OnnxLayers.Constant(graph, positions.Weights[0], tensors)], OnnxAttribute.List("perm", 1, 0));
        return graph.Node(
            "Add", [input, graph.Node("Reshape", [turned, graph.Whole(1, shape.Channels, shape.Height, shape.Width)])]);
    }

    /// <summary>Normalised over the channels.</summary>
    public static string LayerNorm(OnnxGraph graph, string input, LayerNorm norm, Func<Weight, float[]> tensors)
    {
        string[] constants = [.. norm.Weights.Select(weight => OnnxLayers.Constant(graph, weight, tensors))];
        var normal = graph.Node(
            "LayerNormalization", [ChannelsLast(graph, input), .. constants], OnnxAttribute.Of("axis", -1),
            OnnxAttribute.Of("epsilon", (float)norm.Epsilon));
        return ChannelsFirst(graph, normal);
    }

    /// <summary>Attention in heads.</summary>
    public static string Attention(OnnxGraph graph, ReadOnlySpan<string> inputs, FeatureShape shape, Attention attention)
    {
        var (places, size) = (shape.Height * shape.Width, shape.Channels / attention.Heads);
        string Heads(string map, params ReadOnlySpan<long> order) => graph.Node(
            "Transpose", [graph.Node("Reshape", [map, graph.Whole(0, attention.Heads, size, places)])],
            OnnxAttribute.List("perm", order));
        var products = graph.Node("MatMul", [Heads(inputs[0], 0, 1, 3, 2), Heads(inputs[1], 0, 1, 2, 3)]);
        var scale = graph.Numbers(FormattableString.Invariant($"number[1/√{size}]"), [(float)(1 / Math.Sqrt(size))]);
        var alike = graph.Node("Mul", [products, scale]);
        if (inputs.Length > 3)
        {
            var never = graph.Node("Mul", [IsPadding(graph, inputs[3]), graph.Numbers("number[never]", [-1e9f])]);
            alike = graph.Node("Add", [alike, graph.Node("Reshape", [never, graph.Whole(0, 1, 1, places)])]);
        }

        var weights = graph.Node("Softmax", [alike], OnnxAttribute.Of("axis", -1));
        var mean = graph.Node("MatMul", [weights, Heads(inputs[2], 0, 1, 3, 2)]);
        var turned = graph.Node("Transpose", [mean], OnnxAttribute.List("perm", 0, 1, 3, 2));
        return graph.Node("Reshape", [turned, graph.Whole(0, shape.Channels, shape.Height, shape.Width)]);
    }

    /// <summary>Mean over what is no padding.</summary>
    public static string TokenMean(OnnxGraph graph, string input, string tokens)
    {
        var one = graph.Numbers("number[1]", [1]);
        var isToken = graph.Node("Sub", [one, IsPadding(graph, tokens)]);
        var sum = Sum(graph, graph.Node("Mul", [input, isToken]));
        return graph.Node("Div", [sum, graph.Node("Max", [Sum(graph, isToken), one])]);
    }

    private static string Sum(OnnxGraph graph, string map) => graph.Node("ReduceSum", [map, graph.Whole(2, 3)]);

    private static string IsPadding(OnnxGraph graph, string tokens) =>
        Cast(graph, graph.Node("Less", [tokens, graph.Numbers("number[1]", [1])]), Float);

    private static string Cast(OnnxGraph graph, string value, long type) => graph.Node("Cast", [value], OnnxAttribute.Of("to", type));

    private static string ChannelsLast(OnnxGraph graph, string map) =>
        graph.Node("Transpose", [map], OnnxAttribute.List("perm", 0, 2, 3, 1));

    private static string ChannelsFirst(OnnxGraph graph, string map) =>
        graph.Node("Transpose", [map], OnnxAttribute.List("perm", 0, 3, 1, 2));
}
