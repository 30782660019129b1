using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Operations that move, cut and pad as operators of ONNX.</summary>
internal static class OnnxRearrangements
{
    /// <summary>Zeros N×C×H×W; of the input only the number of images is read.</summary>
    public static string Zeros(OnnxGraph graph, string input, FeatureShape shape)
    {
        var batch = graph.Node("Shape", [input], OnnxAttribute.Of("start", 0), OnnxAttribute.Of("end", 1));
        var whole = graph.Node(
            "Concat", [batch, graph.Whole(shape.Channels, shape.Height, shape.Width)], OnnxAttribute.Of("axis", 0));
        return graph.Node("ConstantOfShape", [whole], OnnxAttribute.Zero("value"));
    }

    /// <summary>By whole numbers, as <see cref="NasEngine.Networks.Resize"/> says: row y reads row ⌊y·in/out⌋.</summary>
    public static string Resize(OnnxGraph graph, string input, FeatureShape from, Resize to)
    {
        var rows = graph.Node("Gather", [input, Sources(graph, from.Height, to.Height)], OnnxAttribute.Of("axis", 2));
        return graph.Node("Gather", [rows, Sources(graph, from.Width, to.Width)], OnnxAttribute.Of("axis", 3));
    }

    /// <summary>A row and a column of zeros behind, the first row and column away.</summary>
    public static string Shift(OnnxGraph graph, string input)
    {
        var padded = graph.Node("Pad", [input, graph.Whole(0, 0, 0, 0, 0, 0, 1, 1)]);
        return graph.Node("Slice", [padded, graph.Whole(1, 1), graph.Whole(long.MaxValue, long.MaxValue), graph.Whole(2, 3)]);
    }

    /// <summary>What lies from a place to another one along an axis.</summary>
    public static string Slice(OnnxGraph graph, string input, long start, long end, long axis) =>
        graph.Node("Slice", [input, graph.Whole(start), graph.Whole(end), graph.Whole(axis)]);

    /// <summary>Channels of zeros behind; the input itself when there are none.</summary>
    public static string Pad(OnnxGraph graph, string input, long channels) =>
        graph.Node("Pad", [input, graph.Whole(0, 0, 0, 0, 0, channels, 0, 0)]);

    /// <summary>The sum of the splits of each channel.</summary>
    public static string SplitSum(OnnxGraph graph, string input, FeatureShape shape, int radix) =>
        graph.Node("ReduceSum", [Splits(graph, input, shape, radix), graph.Whole(2)], OnnxAttribute.Of("keepdims", 0));

    /// <summary>Softmax over the splits of each channel.</summary>
    public static string SplitSoftmax(OnnxGraph graph, string input, FeatureShape shape, int radix)
    {
        var shares = graph.Node("Softmax", [Splits(graph, input, shape, radix)], OnnxAttribute.Of("axis", 2));
        return graph.Node("Reshape", [shares, graph.Whole(0, shape.Channels, shape.Height, shape.Width)]);
    }

    /// <summary>N×C/radix×radix×H×W; a size of 0 is that of the input.</summary>
    private static string Splits(OnnxGraph graph, string input, FeatureShape shape, int radix) =>
        graph.Node("Reshape", [input, graph.Whole(0, shape.Channels / radix, radix, shape.Height, shape.Width)]);

    private static string Sources(OnnxGraph graph, int from, int to) =>
        graph.Whole([.. Enumerable.Range(0, to).Select(place => (long)place * from / to)]);
}
