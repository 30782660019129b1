using Onnx;

namespace NasEngine.Export;

/// <summary>
/// Batch norms taken into the convolutions before them, whose output nobody else reads: w ← w·γ/√(σ² + ε), b ← (b − μ)·γ/√(σ² + ε) + β.
/// </summary>
internal static class BatchNormFolding
{
    /// <summary>Changes a graph.</summary>
    public static void Apply(GraphProto graph)
    {
        var constants = new Initializers(graph);
        foreach (var norm in graph.Node.Where(node => node.OpType == "BatchNormalization").ToArray())
        {
            var readers = graph.Node.Count(node => node.Input.Contains(norm.Input[0]));
            if (readers == 1 && graph.Node.FirstOrDefault(node => node.Output[0] == norm.Input[0]) is { OpType: "Conv" } convolution)
            {
                Fold(constants, convolution, norm);
                graph.Node.Remove(norm);
            }
        }

        constants.Prune();
    }

    private static void Fold(Initializers constants, NodeProto convolution, NodeProto norm)
    {
        var (scale, shift) = (constants.Numbers(norm.Input[1])!, constants.Numbers(norm.Input[2])!);
        var (mean, variance) = (constants.Numbers(norm.Input[3])!, constants.Numbers(norm.Input[4])!);
        var epsilon = norm.Attribute.Single(attribute => attribute.Name == "epsilon").F;
        var weights = constants.Numbers(convolution.Input[1])!;
        var bias = convolution.Input.Count > 2 ? constants.Numbers(convolution.Input[2])! : new float[scale.Length];
        var perChannel = weights.Length / scale.Length;
        for (var channel = 0; channel < scale.Length; channel++)
        {
            var factor = scale[channel] / Math.Sqrt(variance[channel] + epsilon);
            bias[channel] = (float)(((bias[channel] - mean[channel]) * factor) + shift[channel]);
            for (var i = 0; i < perChannel; i++)
            {
                weights[(channel * perChannel) + i] = (float)(weights[(channel * perChannel) + i] * factor);
            }
        }

        var shape = constants.Shape(convolution.Input[1]);
        var name = norm.Output[0];
        var inputs = new[]
        {
            convolution.Input[0],
            constants.Add<float>(name + ".weight", TensorProto.Types.DataType.Float, weights, shape),
            constants.Add<float>(name + ".bias", TensorProto.Types.DataType.Float, bias, bias.Length),
        };
        convolution.Input.Clear();
        convolution.Input.AddRange(inputs);
        convolution.Output[0] = name;
    }
}
