using Onnx;

namespace NasEngine.Export;

/// <summary>
/// A model whose convolutions and linear layers compute with 8 bits without calibration (dynamic quantisation): what a layer reads is
/// rounded to 256 even steps of its own range when the model runs, weights to 255 of each output channel's, and biases are added in float.
/// Written as DynamicQuantizeLinear, ConvInteger and MatMulInteger.
/// </summary>
internal static class DynamicModel
{
    /// <summary>Quantises a model; batch norms are folded before.</summary>
    /// <param name="model">A model as <see cref="OnnxModel"/> makes it; left as it is.</param>
    public static ModelProto Of(ModelProto model)
    {
        var quantised = model.Clone();
        var graph = quantised.Graph;
        FloatWeights.Apply(graph);
        BatchNormFolding.Apply(graph);
        var layers = graph.Node.Where(node => node.OpType is "Conv" or "Gemm").ToArray();
        var constants = new Initializers(graph);
        foreach (var value in layers.Select(layer => layer.Input[0]).Distinct().ToArray())
        {
            var rounding = GraphNodes.Node("DynamicQuantizeLinear", value + ".bytes", value);
            rounding.Output.AddRange([value + ".scale", value + ".zero"]);
            graph.Node.Add(rounding);
        }

        foreach (var layer in layers)
        {
            Replace(graph, constants, layer);
        }

        constants.Prune();
        GraphNodes.Sort(graph.Node, graph.Input[0].Name, graph.Initializer.Select(tensor => tensor.Name));
        return quantised;
    }

    private static void Replace(GraphProto graph, Initializers constants, NodeProto layer)
    {
        var (read, given, shape) = (layer.Input[0], layer.Output[0], constants.Shape(layer.Input[1]));
        var channels = (int)shape[0];
        var isLinear = layer.OpType == "Gemm";
        long[] perChannel = isLinear ? [channels] : [channels, 1, 1];
        var weights = WholeWeights.Of(constants.Numbers(layer.Input[1])!, channels);
        var whole = isLinear
            ? constants.Add<sbyte>(given + ".whole", TensorProto.Types.DataType.Int8, Turned(weights.Values, channels), shape[1], channels)
            : constants.Add<sbyte>(given + ".whole", TensorProto.Types.DataType.Int8, weights.Values, shape);
        var sums = GraphNodes.Node(isLinear ? "MatMulInteger" : "ConvInteger", given + ".sums", read + ".bytes", whole, read + ".zero");
        if (!isLinear)
        {
            sums.Attribute.AddRange(layer.Attribute);
        }

        var cast = GraphNodes.Node("Cast", given + ".steps", given + ".sums");
        cast.Attribute.Add(OnnxAttribute.Of("to", (long)TensorProto.Types.DataType.Float));
        var scale = constants.Add<float>(given + ".weight.scale", TensorProto.Types.DataType.Float, weights.Scales, perChannel);
        var hasBias = layer.Input.Count > 2;
        var exact = hasBias ? given + ".scaled" : given;
        graph.Node.Remove(layer);
        graph.Node.AddRange(
        [
            sums,
            cast,
            GraphNodes.Node("Mul", given + ".step", read + ".scale", scale),
            GraphNodes.Node("Mul", exact, given + ".steps", given + ".step"),
        ]);
        if (hasBias)
        {
            var bias = constants.Add<float>(
                given + ".added", TensorProto.Types.DataType.Float, constants.Numbers(layer.Input[2])!, perChannel);
            graph.Node.Add(GraphNodes.Node("Add", given, exact, bias));
        }
    }

    /// <summary>Inputs by outputs, of outputs by inputs.</summary>
    private static sbyte[] Turned(sbyte[] weights, int outputs)
    {
        var inputs = weights.Length / outputs;
        return [.. Enumerable.Range(0, weights.Length).Select(place => weights[(place % outputs * inputs) + (place / outputs)])];
    }
}
