using Google.Protobuf.Collections;
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
    private const int WeightLevels = 127;

    /// <summary>Quantises a model; batch norms are folded before.</summary>
    /// <param name="model">A model as <see cref="OnnxModel"/> makes it; left as it is.</param>
    /// <param name="samples">Calibration inputs.</param>
    public static ModelProto Of(ModelProto model, OnnxSamples samples)
    {
        var quantised = model.Clone();
        var graph = quantised.Graph;
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
        Sort(graph.Node, graph.Input[0].Name, graph.Initializer.Select(tensor => tensor.Name));
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

        graph.Node.Add(Node("QuantizeLinear", value + ".bytes", value, scale, zero));
        graph.Node.Add(Node("DequantizeLinear", value + ".rounded", value + ".bytes", scale, zero));
    }

    private static void Weights(GraphProto graph, Initializers constants, NodeProto layer, float inputScale)
    {
        var (weights, shape) = (constants.Numbers(layer.Input[1])!, constants.Shape(layer.Input[1]));
        var (channels, name) = ((int)shape[0], layer.Output[0]);
        var size = weights.Length / channels;
        var (scales, whole) = (new float[channels], new sbyte[weights.Length]);
        for (var channel = 0; channel < channels; channel++)
        {
            var own = weights.AsSpan(channel * size, size);
            foreach (var weight in own)
            {
                scales[channel] = Math.Max(scales[channel], Math.Abs(weight) / WeightLevels);
            }

            scales[channel] = Math.Max(scales[channel], 1e-8f);
            for (var i = 0; i < size; i++)
            {
                whole[(channel * size) + i] = (sbyte)Math.Clamp(Math.Round(own[i] / scales[channel]), -WeightLevels, WeightLevels);
            }
        }

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
        var node = Node(
            "DequantizeLinear", name + ".rounded", constants.Add<T>(name + ".whole", type, values, shape),
            constants.Add<float>(name + ".scale", TensorProto.Types.DataType.Float, scales, scales.Length),
            constants.Add<T>(name + ".zero", type, zeros, zeros.Length));
        node.Attribute.Add(OnnxAttribute.Of("axis", 0));
        graph.Node.Add(node);
        return node.Output[0];
    }

    private static NodeProto Node(string type, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new NodeProto { Name = output, OpType = type };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add(output);
        return node;
    }

    /// <summary>Puts nodes behind those that they read.</summary>
    private static void Sort(RepeatedField<NodeProto> nodes, string input, IEnumerable<string> constants)
    {
        var known = constants.Append(input).ToHashSet(StringComparer.Ordinal);
        var left = nodes.ToList();
        nodes.Clear();
        while (left.Count > 0)
        {
            var ready = left.Where(node => node.Input.All(known.Contains)).ToArray();
            foreach (var node in ready)
            {
                nodes.Add(node);
                known.UnionWith(node.Output);
            }

            left.RemoveAll(node => ready.Contains(node));
        }
    }
}
