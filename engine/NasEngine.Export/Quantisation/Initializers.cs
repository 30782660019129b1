using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace NasEngine.Export;

/// <summary>Constants of a model by name.</summary>
/// <param name="graph">The graph that has them.</param>
internal sealed class Initializers(GraphProto graph)
{
    private readonly Dictionary<string, TensorProto> _byName =
        graph.Initializer.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);

    /// <summary>The numbers of a constant; null where a value is none.</summary>
    public float[]? Numbers(string name) => _byName.TryGetValue(name, out var tensor)
        && tensor.DataType == (int)TensorProto.Types.DataType.Float
            ? MemoryMarshal.Cast<byte, float>(tensor.RawData.Span).ToArray()
            : null;

    /// <summary>The whole numbers of a constant; null where a value is none.</summary>
    public sbyte[]? Whole(string name) => _byName.TryGetValue(name, out var tensor)
        && tensor.DataType == (int)TensorProto.Types.DataType.Int8
            ? MemoryMarshal.Cast<byte, sbyte>(tensor.RawData.Span).ToArray()
            : null;

    /// <summary>Sizes of a constant.</summary>
    public long[] Shape(string name) => [.. _byName[name].Dims];

    /// <summary>Adds a constant.</summary>
    /// <returns>Its name.</returns>
    public string Add<T>(string name, TensorProto.Types.DataType type, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : struct
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)) };
        tensor.Dims.AddRange(shape.ToArray());
        if (_byName.TryAdd(name, tensor))
        {
            graph.Initializer.Add(tensor);
        }

        return name;
    }

    /// <summary>Takes away what no node reads, also inside loops.</summary>
    public void Prune()
    {
        var read = Read(graph).ToHashSet(StringComparer.Ordinal);
        foreach (var tensor in graph.Initializer.Where(tensor => !read.Contains(tensor.Name)).ToArray())
        {
            graph.Initializer.Remove(tensor);
        }
    }

    private static IEnumerable<string> Read(GraphProto graph) => graph.Node.SelectMany(node =>
        node.Input.Concat(node.Attribute.Where(attribute => attribute.G is not null).SelectMany(attribute => Read(attribute.G))));
}
