using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>
/// Recurrent cells in ONNX: a Scan over the places whose body is the cell, so that a model is as large for long sequences as for short
/// ones.
/// </summary>
internal static class OnnxRecurrent
{
    /// <summary>Adds the states of a cell that goes over a map.</summary>
    public static string Add(OnnxGraph graph, string input, FeatureShape shape, Recurrent recurrent, Func<Weight, float[]> tensors)
    {
        string[] matrices = [.. recurrent.Weights.Select(weight => OnnxLayers.Constant(graph, weight, tensors))];
        var places = graph.Node("Reshape", [input, graph.Whole(0, shape.Channels, shape.Height * shape.Width)]);
        var given = graph.Node("MatMul", [Turned(graph, places), graph.Node("Transpose", [matrices[0]], OnnxAttribute.List("perm", 1, 0))]);
        var states = graph.Scan(given, Zeros(graph, input, recurrent.Channels), (body, state, place) =>
            Next(body, state, place, recurrent, matrices[1..]));
        return graph.Node(
            "Reshape", [Turned(graph, states), graph.Whole(0, recurrent.Channels, shape.Height, shape.Width)]);
    }

    private static string Next(OnnxGraph graph, string state, string given, Recurrent recurrent, string[] matrices)
    {
        List<string> values = [state];
        foreach (var ((source, function), matrix) in recurrent.Cell.Nodes.Zip(matrices))
        {
            var (read, transposed) = (values[source], OnnxAttribute.Of("transB", 1));
            var product = graph.Node("Gemm", source == 0 ? [read, matrix, given] : [read, matrix], transposed);
            var gate = graph.Node("Sigmoid", [OnnxRearrangements.Slice(graph, product, 0, recurrent.Channels, axis: 1)]);
            var half = OnnxRearrangements.Slice(graph, product, recurrent.Channels, 2L * recurrent.Channels, axis: 1);
            var candidate = function is { } kind ? OnnxActivations.Add(graph, half, kind) : half;
            values.Add(graph.Node("Add", [read, graph.Node("Mul", [gate, graph.Node("Sub", [candidate, read])])]));
        }

        string[] ends = [.. recurrent.Cell.LooseEnds.Select(number => values[number])];
        return ends.Length == 1 ? ends[0] : graph.Node("Mean", ends);
    }

    /// <summary>Zeros N × channels; of the input only the number of inputs is read.</summary>
    private static string Zeros(OnnxGraph graph, string input, long channels)
    {
        var batch = graph.Node("Shape", [input], OnnxAttribute.Of("start", 0), OnnxAttribute.Of("end", 1));
        var sizes = graph.Node("Concat", [batch, graph.Whole(channels)], OnnxAttribute.Of("axis", 0));
        return graph.Node("ConstantOfShape", [sizes], OnnxAttribute.Zero("value"));
    }

    /// <summary>N × places × channels of N × channels × places, and back.</summary>
    private static string Turned(OnnxGraph graph, string map) => graph.Node("Transpose", [map], OnnxAttribute.List("perm", 0, 2, 1));
}
