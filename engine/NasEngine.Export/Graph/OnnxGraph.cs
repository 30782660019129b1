using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace NasEngine.Export;

/// <summary>An ONNX graph under construction: nodes in the order in which they run, and constants by name.</summary>
/// <param name="graph">What is written to.</param>
internal sealed class OnnxGraph(GraphProto graph)
{
    private readonly HashSet<string> _constants = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Where the nodes that are added next stand, such as <c>stage2/block1</c>; names begin with it.</summary>
    public string Place { get; set; } = "";

    /// <summary>Adds a node with one output.</summary>
    /// <param name="type">Name of the operator.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="attributes">Its settings.</param>
    /// <returns>Name of what it gives.</returns>
    public string Node(string type, ReadOnlySpan<string> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Place}{(Place.Length > 0 ? "/" : "")}{type}_{_nodes++}");
        var node = new NodeProto { Name = name, OpType = type };
        node.Input.AddRange(inputs.ToArray());
        node.Output.Add(name);
        node.Attribute.AddRange(attributes.ToArray());
        graph.Node.Add(node);
        return name;
    }

    /// <summary>A constant of numbers; one that is there by this name already is used again.</summary>
    public string Numbers(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        Constant(name, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A constant list of whole numbers.</summary>
    public string Whole(params ReadOnlySpan<long> values) => Constant(
        string.Create(CultureInfo.InvariantCulture, $"whole[{string.Join(',', values.ToArray())}]"),
        TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values), [values.Length]);

    /// <summary>Renames what a node gives: the last thing that is done to a graph.</summary>
    public void Name(string value, string name)
    {
        foreach (var node in graph.Node.Where(node => node.Output[0] == value))
        {
            node.Output[0] = name;
        }
    }

    private string Constant(string name, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, ReadOnlySpan<long> shape)
    {
        if (_constants.Add(name))
        {
            var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
            tensor.Dims.AddRange(shape.ToArray());
            graph.Initializer.Add(tensor);
        }

        return name;
    }
}
