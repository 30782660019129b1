using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Each operation of a network description as operators of ONNX (opset 17).</summary>
internal static class OnnxOperations
{
    /// <summary>Adds an operation.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="node">The operation at its place; not the input.</param>
    /// <param name="inputs">Names of what it reads, N×C×H×W each.</param>
    /// <param name="shapes">Shapes of what it reads, for one input.</param>
    /// <param name="tensors">Parameters and running statistics by name.</param>
    /// <returns>Name of what it gives, N×C×H×W.</returns>
    /// <exception cref="InvalidOperationException">An operation of mixtures, which no trained network has.</exception>
    public static string Add(
        OnnxGraph graph, Node node, ReadOnlySpan<string> inputs, ReadOnlySpan<FeatureShape> shapes, Func<Weight, float[]> tensors)
    {
        var first = inputs[0];
        return node.Operation switch
        {
            Convolution convolution => OnnxLayers.Convolution(graph, first, convolution, tensors),
            BatchNorm norm => OnnxLayers.BatchNorm(graph, first, norm, tensors),
            Linear linear => OnnxLayers.Linear(graph, first, linear, tensors),
            Activation activation => OnnxActivations.Add(graph, first, activation.Function),
            Embedding embedding => OnnxSequences.Embedding(graph, first, shapes[0], embedding, tensors),
            Positions positions => OnnxSequences.Positions(graph, first, shapes[0], positions, tensors),
            LayerNorm norm => OnnxSequences.LayerNorm(graph, first, norm, tensors),
            Attention attention => OnnxSequences.Attention(graph, inputs, shapes[0], attention),
            TokenMean => OnnxSequences.TokenMean(graph, first, inputs[1]),
            Recurrent recurrent => OnnxRecurrent.Add(graph, first, shapes[0], recurrent, tensors),
            Pool pool => Pool(graph, first, pool),
            GlobalAveragePool => graph.Node("GlobalAveragePool", [first]),
            Networks.Add => Sum(graph, inputs),
            Concat => graph.Node("Concat", inputs, OnnxAttribute.Of("axis", 1)),
            Scale => graph.Node("Mul", inputs),
            Zero => OnnxRearrangements.Zeros(graph, first, node.Shape),
            Resize resize => OnnxRearrangements.Resize(graph, first, shapes[0], resize),
            Shift => OnnxRearrangements.Shift(graph, first),
            ChannelSlice slice => OnnxRearrangements.Slice(graph, first, slice.Start, slice.Start + slice.Count, axis: 1),
            ChannelPad pad => OnnxRearrangements.Pad(graph, first, channels: pad.Channels - shapes[0].Channels),
            SplitSum split => OnnxRearrangements.SplitSum(graph, first, shapes[0], split.Radix),
            SplitSoftmax split => OnnxRearrangements.SplitSoftmax(graph, first, shapes[0], split.Radix),
            _ => throw new InvalidOperationException($"Operation '{node.Operation.Kind}' has no form in ONNX."),
        };
    }

    private static string Sum(OnnxGraph graph, ReadOnlySpan<string> inputs)
    {
        var sum = inputs[0];
        foreach (var input in inputs[1..])
        {
            sum = graph.Node("Add", [sum, input]);
        }

        return sum;
    }

    private static string Pool(OnnxGraph graph, string input, Pool pool)
    {
        var kernel = OnnxAttribute.List("kernel_shape", pool.Kernel, pool.Kernel);
        var strides = OnnxAttribute.List("strides", pool.Stride, pool.Stride);
        var pads = OnnxAttribute.List("pads", pool.Padding, pool.Padding, pool.Padding, pool.Padding);
        return pool.Max
            ? graph.Node("MaxPool", [input], kernel, strides, pads)
            : graph.Node("AveragePool", [input], kernel, strides, pads, OnnxAttribute.Of("count_include_pad", pool.CountPadding ? 1 : 0));
    }
}
