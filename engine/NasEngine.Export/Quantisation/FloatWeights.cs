using Onnx;

namespace NasEngine.Export;

/// <summary>Weights that a model keeps in few bits, as the floats that they stand for: what is quantised anew begins with them.</summary>
internal static class FloatWeights
{
    /// <summary>Changes a graph.</summary>
    public static void Apply(GraphProto graph)
    {
        var constants = new Initializers(graph);
        foreach (var node in graph.Node.Where(node => node.OpType == "DequantizeLinear").ToArray())
        {
            if (constants.Whole(node.Input[0]) is not { } whole)
            {
                continue;
            }

            var (scales, shape) = (constants.Numbers(node.Input[1])!, constants.Shape(node.Input[0]));
            var perChannel = whole.Length / scales.Length;
            float[] values = [.. whole.Select((step, place) => step * scales[place / perChannel])];
            constants.Add<float>(node.Output[0], TensorProto.Types.DataType.Float, values, shape);
            graph.Node.Remove(node);
        }

        constants.Prune();
    }
}
