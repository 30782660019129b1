using System.Collections.Immutable;
using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Builds a network from JSON nodes, by the same builder that spaces use.</summary>
internal static class NetworkReader
{
    private static readonly Dictionary<string, Func<JsonFields, Operation>> Operations = Known();

    public static NetworkSpec Read(JsonElement[] nodes)
    {
        NetworkBuilder? network = null;
        for (var number = 0; number < nodes.Length; number++)
        {
            var fields = new JsonFields(nodes[number], $"Node {number} of the network description");
            var operation = Operation(fields, number);
            if (network is null || operation is Input)
            {
                network = network is null && operation is Input input
                    ? new NetworkBuilder(input.Shape)
                    : throw new InputException(
                        $"Node {number} of the network description is '{operation.Kind}'; the first node, and no other, must be 'input'.");
            }
            else
            {
                network.Add(operation, Inputs(fields, number).AsSpan(), fields.Text("stage"), fields.Text("block"));
            }

            CheckShape(fields, number, network.ShapeOf(number));
        }

        return network?.Build(nodes.Length - 1) ?? throw new InputException("The network description has no nodes.");
    }

    private static Operation Operation(JsonFields fields, int number)
    {
        var kind = fields.Text("op");
        return Operations.TryGetValue(kind, out var read) ? read(fields) : throw new InputException(
            $"Node {number} of the network description has the unknown operation '{kind}': {Suggest.Instead(kind, Operations.Keys)}");
    }

    private static ImmutableArray<int> Inputs(JsonFields fields, int number)
    {
        var inputs = fields.Wholes("inputs");
        return Array.TrueForAll(inputs, input => input >= 0 && input < number) ? [.. inputs] : throw new InputException(
            $"Node {number} of the network description reads [{string.Join(", ", inputs)}]; inputs must be earlier nodes.");
    }

    private static void CheckShape(JsonFields fields, int number, FeatureShape shape)
    {
        if (fields.Wholes("shape") is var said && !said.SequenceEqual([shape.Channels, shape.Height, shape.Width]))
        {
            throw new InputException(
                $"Node {number} of the network description says shape {string.Join('×', said)}; its operation gives {shape}.");
        }
    }

    private static Dictionary<string, Func<JsonFields, Operation>> Known()
    {
        var known = new Dictionary<string, Func<JsonFields, Operation>>(StringComparer.Ordinal)
        {
            ["input"] = f => new Input(new FeatureShape(f.Whole("channels"), f.Whole("height"), f.Whole("width"))),
            ["conv"] = f => new Convolution(
                f.Text(OperationFields.Key), f.Whole("in"), f.Whole("out"), f.Whole("kernel"), f.Whole("stride"), f.Whole("padding"),
                f.Whole("dilation"), f.Whole("groups"), f.Flag("bias"))
            {
                Form = KernelForms.Parse(f.Text("form")),
                Bits = f.Whole("bits", Convolution.FloatBits),
            },
            ["bn"] = f => new BatchNorm(
                f.Text(OperationFields.Key), f.Whole("channels"), f.Real("epsilon"), f.Real("momentum"), f.Flag("affine")),
            ["linear"] = f => new Linear(f.Text(OperationFields.Key), f.Whole("in"), f.Whole("out"), f.Flag("bias")),
            ["max_pool"] = f => Pool(f, true),
            ["avg_pool"] = f => Pool(f, false),
            ["gap"] = _ => new GlobalAveragePool(),
            ["add"] = _ => new Add(),
            ["concat"] = _ => new Concat(),
            ["scale"] = _ => new Scale(),
            ["shift"] = _ => new Shift(),
            ["embedding"] = f => new Embedding(f.Text(OperationFields.Key), f.Whole("tokens"), f.Whole("size")),
            ["positions"] = f => new Positions(f.Text(OperationFields.Key), f.Whole("channels"), f.Whole("places")),
            ["ln"] = f => new LayerNorm(f.Text(OperationFields.Key), f.Whole("channels"), f.Real("epsilon")),
            ["attention"] = f => new Attention(f.Whole("heads")),
            ["token_mean"] = _ => new TokenMean(),
            ["recurrent"] = f => new Recurrent(
                f.Text(OperationFields.Key), f.Whole("in"), f.Whole("channels"), RecurrentCell.Parse(f.Text("cell"))),
            ["split_sum"] = f => new SplitSum(f.Whole("radix")),
            ["split_softmax"] = f => new SplitSoftmax(f.Whole("radix")),
            ["zero"] = f => new Zero(f.Whole("channels"), f.Whole("stride")),
            ["resize"] = f => new Resize(f.Whole("height"), f.Whole("width")),
            ["slice"] = f => new ChannelSlice(f.Whole("start"), f.Whole("count")),
            ["place"] = f => new PlacedSum(Selection.Parse(f.Text("selection")), f.Whole("height"), f.Whole("width")),
            ["mix"] = f => new WeightedSum(Selection.Parse(f.Text("selection"))),
            ["mask"] = f => new ChannelMask(Selection.Parse(f.Text("selection"))),
            ["pad"] = f => new ChannelPad(f.Whole("channels")),
        };
        foreach (var function in Enum.GetValues<ActivationKind>())
        {
            known.Add(function.Name(), _ => new Activation(function));
        }

        return known;

        static Pool Pool(JsonFields f, bool max) =>
            new(max, f.Whole("kernel"), f.Whole("stride"), f.Whole("padding"), f.Flag("count_padding"));
    }
}
