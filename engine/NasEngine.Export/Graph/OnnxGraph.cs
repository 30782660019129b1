using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace NasEngine.Export;

/// <summary>An ONNX graph under construction: nodes in the order in which they run, and constants by name.</summary>
/// <param name="graph">What is written to.</param>
/// <param name="around">The graph that this one is the body of a loop in, which has its constants; null for none.</param>
internal sealed class OnnxGraph(GraphProto graph, OnnxGraph? around = null)
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
        var name = NewName(type);
        Add(type, name, inputs, [name], attributes);
        return name;
    }

    /// <summary>Adds a loop over the second axis of a value, which hands a state on.</summary>
    /// <param name="along">What it goes over, N × steps × channels.</param>
    /// <param name="state">The first state, N × channels.</param>
    /// <param name="step">Adds a step to the body: of the state and of what it is given, N × channels each, the next state.</param>
    /// <returns>Name of the states, N × steps × channels.</returns>
    public string Scan(string along, string state, Func<OnnxGraph, string, string, string> step)
    {
        var name = NewName("Scan");
        var body = new GraphProto { Name = name + "/body" };
        string[] inputs = [name + "/state", name + "/given"];
        var inside = new OnnxGraph(body, this) { Place = name };
        var next = step(inside, inputs[0], inputs[1]);
        body.Input.AddRange(inputs.Select(OnnxModel.Value));
        body.Output.AddRange(new[] { next, inside.Node("Identity", [next]) }.Select(OnnxModel.Value));
        Add(
            "Scan", name, [state, along], [name + "/last", name], OnnxAttribute.Of("body", body),
            OnnxAttribute.Of("num_scan_inputs", 1), OnnxAttribute.List("scan_input_axes", 1), OnnxAttribute.List("scan_output_axes", 1));
        return name;
    }

    /// <summary>A constant of numbers; one that is there by this name already is used again.</summary>
    public string Numbers(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        Constant(name, TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values), shape);

    /// <summary>A constant of whole numbers of 8 bits; one that is there by this name already is used again.</summary>
    public string Bytes(string name, ReadOnlySpan<sbyte> values, params ReadOnlySpan<long> shape) =>
        Constant(name, TensorProto.Types.DataType.Int8, MemoryMarshal.AsBytes(values), shape);

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

    private string NewName(string type) =>
        string.Create(CultureInfo.InvariantCulture, $"{Place}{(Place.Length > 0 ? "/" : "")}{type}_{_nodes++}");

    private void Add(
        string type, string name, ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { Name = name, OpType = type };
        node.Input.AddRange(inputs.ToArray());
        node.Output.AddRange(outputs.ToArray());
        node.Attribute.AddRange(attributes.ToArray());
        graph.Node.Add(node);
    }

    private string Constant(string name, TensorProto.Types.DataType type, ReadOnlySpan<byte> bytes, ReadOnlySpan<long> shape)
    {
        if (around is not null)
        {
            return around.Constant(name, type, bytes, shape);
        }

        if (_constants.Add(name))
        {
            var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(bytes) };
            tensor.Dims.AddRange(shape.ToArray());
            graph.Initializer.Add(tensor);
        }

        return name;
    }
}
