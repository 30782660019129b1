using NasEngine.Networks;
using Onnx;

namespace NasEngine.Export;

/// <summary>
/// A trained network as an ONNX model. Input <c>images</c> N×C×H×W, float32, bytes as they are in the data (0 to 255); the first two
/// nodes normalise them as training did. Output <c>logits</c> N×classes, or <c>prediction</c> N×1 in units of the data where a number
/// is learned. N is free.
/// </summary>
internal static class OnnxModel
{
    /// <summary>Name of the input.</summary>
    public const string Input = "images";

    private const string Logits = "logits";
    private const string Prediction = "prediction";
    private const long FormatVersion = 8;
    private const long OperatorSet = 17;

    /// <summary>Writes the model.</summary>
    /// <param name="trained">The network with what it expects of its input.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="about">What goes into its metadata, beside what <see cref="OnnxMetadata"/> adds.</param>
    public static ModelProto Of(TrainedNetwork trained, string name, IEnumerable<KeyValuePair<string, string>> about)
    {
        var spec = trained.Network.Spec;
        var model = new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "NasEngine",
            ProducerVersion = typeof(OnnxModel).Assembly.GetName().Version!.ToString(3),
            Graph = new GraphProto { Name = name },
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorSet } },
        };
        model.Graph.Input.Add(Value(Input, spec.Input.Channels, spec.Input.Height, spec.Input.Width));
        model.Graph.Output.Add(Value(NameOf(trained.Input), spec.Output.Count));
        Fill(new OnnxGraph(model.Graph), trained);
        model.MetadataProps.AddRange(OnnxMetadata.Of(trained.Input).Concat(about)
            .Select(pair => new StringStringEntryProto { Key = pair.Key, Value = pair.Value }));
        return model;
    }

    private static void Fill(OnnxGraph graph, TrainedNetwork trained)
    {
        var nodes = trained.Network.Spec.Nodes;
        var values = new string[nodes.Length];
        values[0] = Normalised(graph, trained.Input);
        for (var number = 1; number < nodes.Length; number++)
        {
            var node = nodes[number];
            graph.Place = (node.Stage, node.Block) is (_, "") or ("", _) ? node.Stage + node.Block : $"{node.Stage}/{node.Block}";
            string[] inputs = [.. node.Inputs.Select(input => values[input])];
            FeatureShape[] shapes = [.. node.Inputs.Select(input => nodes[input].Shape)];
            values[number] = OnnxOperations.Add(graph, node, inputs, shapes, trained.Values);
        }

        graph.Place = "";
        var output = graph.Node("Flatten", [values[^1]], OnnxAttribute.Of("axis", 1));
        graph.Name(trained.Input.Target is { } target ? InUnits(graph, output, target) : output, NameOf(trained.Input));
    }

    private static string NameOf(NetworkInput input) => input.Target is null ? Logits : Prediction;

    private static string InUnits(OnnxGraph graph, string output, (float Mean, float Deviation) target)
    {
        var scaled = graph.Node("Mul", [output, graph.Numbers("target.deviation", [target.Deviation], 1)]);
        return graph.Node("Add", [scaled, graph.Numbers("target.mean", [target.Mean], 1)]);
    }

    private static string Normalised(OnnxGraph graph, NetworkInput input)
    {
        float[] scale = [.. input.Deviation.Select(deviation => 1 / deviation)];
        var centred = graph.Node("Sub", [Input, graph.Numbers("input.mean", [.. input.Mean], 1, input.Mean.Length, 1, 1)]);
        return graph.Node("Mul", [centred, graph.Numbers("input.scale", scale, 1, scale.Length, 1, 1)]);
    }

    /// <summary>A value of numbers inside, whose shape follows from what makes it.</summary>
    internal static ValueInfoProto Value(string name) => new()
    {
        Name = name,
        Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float } },
    };

    private static ValueInfoProto Value(string name, params ReadOnlySpan<long> sizes)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "N" });
        foreach (var size in sizes)
        {
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = size });
        }

        var type = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = type } };
    }
}
