using Google.Protobuf;
using Onnx;

namespace NasEngine.Export;

/// <summary>Settings of operators.</summary>
internal static class OnnxAttribute
{
    /// <summary>A whole number.</summary>
    public static AttributeProto Of(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <summary>A number.</summary>
    public static AttributeProto Of(string name, float value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value };

    /// <summary>A graph.</summary>
    public static AttributeProto Of(string name, GraphProto value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = value };

    /// <summary>Whole numbers.</summary>
    public static AttributeProto List(string name, params ReadOnlySpan<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.AddRange(values.ToArray());
        return attribute;
    }

    /// <summary>A tensor of one zero.</summary>
    public static AttributeProto Zero(string name) => new()
    {
        Name = name,
        Type = AttributeProto.Types.AttributeType.Tensor,
        T = new TensorProto
        {
            DataType = (int)TensorProto.Types.DataType.Float,
            Dims = { 1 },
            RawData = ByteString.CopyFrom(new byte[sizeof(float)]),
        },
    };
}
