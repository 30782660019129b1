using Onnx;

namespace NasEngine.Export;

/// <summary>
/// A model whose convolutions and linear layers compute with 8 bits (static quantisation, Jacob et al., arXiv 1712.05877): what they read
/// and give is rounded to 256 even steps of its range over calibration inputs, weights to 255 of each output channel's, biases to the
/// product of both steps. Written as pairs of QuantizeLinear and DequantizeLinear, which runtimes fuse into operators of integers.
/// </summary>
internal static class QuantisedModel
{
    private const int Levels = 255;

    /// <summary>Quantises a model; batch norms are folded before.</summary>
    /// <param name="model">A model as <see cref="OnnxModel"/> makes it; left as it is.</param>
    /// <param name="samples">Calibration inputs.</param>
    public static ModelProto Of(ModelProto model, OnnxSamples samples)
    {
        var quantised = model.Clone();
        var graph = quantised.Graph;
        FloatWeights.Apply(graph);
        BatchNormFolding.Apply(graph);
        var layers = graph.Node.Where(node => node.OpType is "Conv" or "Gemm").ToArray();
        string[] values = [.. layers.SelectMany(node => new[] { node.Input[0], GivenBy(graph, node) }).Distinct()];
        var ranges = Calibration.Ranges(quantised, values, samples);
        var constants = new Initializers(graph);
        var steps = ranges.ToDictionary(pair => pair.Key, pair => Step(pair.Value), StringComparer.Ordinal);
        foreach (var layer in layers)
        {
            Weights(graph, constants, layer, steps[layer.Input[0]].Scale);
        }

        foreach (var value in values.Where(value => graph.Output.All(output => output.Name != value)))
        {
            Round(graph, constants, value, steps[value]);
        }

        constants.Prune();
        GraphNodes.Sort(graph.Node, graph.Input[0].Name, graph.Initializer.Select(tensor => tensor.Name));
        return quantised;
    }

    /// <summary>What a layer gives: behind its ReLU, where that is all that reads it.</summary>
    private static string GivenBy(GraphProto graph, NodeProto layer) =>
        graph.Node.Where(node => node.Input.Contains(layer.Output[0])).ToArray() is [{ OpType: "Relu" } only]
            ? only.Output[0]
            : layer.Output[0];

    private static (float Scale, byte Zero) Step((float Least, float Largest) range)
    {
        var scale = Math.Max((range.Largest - range.Least) / Levels, 1e-8f);
        return (scale, (byte)Math.Clamp(Math.Round(-range.Least / scale), 0, Levels));
    }

    private static void Round(GraphProto graph, Initializers constants, string value, (float Scale, byte Zero) step)
    {
        var scale = constants.Add<float>(value + ".scale", TensorProto.Types.DataType.Float, [step.Scale]);
        var zero = constants.Add<byte>(value + ".zero", TensorProto.Types.DataType.Uint8, [step.Zero]);
        foreach (var node in graph.Node)
        {
            for (var place = 0; place < node.Input.Count; place++)
            {
                node.Input[place] = node.Input[place] == value ? value + ".rounded" : node.Input[place];
            }
        }

        graph.Node.Add(GraphNodes.Node("QuantizeLinear", value + ".bytes", value, scale, zero));
        graph.Node.Add(GraphNodes.Node("DequantizeLinear", value + ".rounded", value + ".bytes", scale, zero));
    }

    private static void Weights(GraphProto graph, Initializers constants, NodeProto layer, float inputScale)
    {
        var (shape, name) = (constants.Shape(layer.Input[1]), layer.Output[0]);
        var channels = (int)shape[0];
        var (whole, scales) = WholeWeights.Of(constants.Numbers(layer.Input[1])!, channels);

        layer.Input[1] = Constant(
            graph, constants, name + ".weight", TensorProto.Types.DataType.Int8, whole, new sbyte[channels], scales, shape);
        if (layer.Input.Count > 2)
        {
            float[] products = [.. scales.Select(scale => scale * inputScale)];
            int[] biases = [.. constants.Numbers(layer.Input[2])!.Select((bias, channel) =>
                (int)Math.Clamp(Math.Round(bias / (double)products[channel]), int.MinValue, int.MaxValue))];
            layer.Input[2] = Constant(
                graph, constants, name + ".bias", TensorProto.Types.DataType.Int32, biases, new int[channels], products, [channels]);
        }
    }

    private static string Constant<T>(
        GraphProto graph, Initializers constants, string name, TensorProto.Types.DataType type, T[] values, T[] zeros, float[] scales,
        long[] shape)
        where T : struct
    {
        var node = GraphNodes.Node(
            "DequantizeLinear", name + ".rounded", constants.Add<T>(name + ".whole", type, values, shape),
            constants.Add<float>(name + ".scale", TensorProto.Types.DataType.Float, scales, scales.Length),
            constants.Add<T>(name + ".zero", type, zeros, zeros.Length));
        node.Attribute.Add(OnnxAttribute.Of("axis", 0));
        graph.Node.Add(node);
        return node.Output[0];
    }
}
