using System.Globalization;
using NasEngine.Networks;

namespace NasEngine.Export;

/// <summary>Each operation of a network description as an expression of PyTorch, <c>F</c> being torch.nn.functional.</summary>
internal static class PythonOperations
{
    /// <summary>The expression of a node that is not the input.</summary>
    /// <param name="node">The node.</param>
    /// <param name="inputs">Names of what it reads, N×C×H×W each.</param>
    /// <param name="shapes">Shapes of what it reads, for one input.</param>
    /// <exception cref="InvalidOperationException">An operation of mixtures, which no trained network has.</exception>
    public static string Of(Node node, string[] inputs, FeatureShape[] shapes)
    {
        var x = inputs[0];
        return node.Operation switch
        {
            Convolution one => string.Create(
                CultureInfo.InvariantCulture,
                $"F.conv2d({x}, {Read(one)}, stride={one.StrideSize}, padding={one.PaddingSize}, dilation={one.Dilation}, "
                + $"groups={one.Groups})"),
            BatchNorm one => string.Create(
                CultureInfo.InvariantCulture,
                $"F.batch_norm({x}, w[\"{one.Key}.running_mean\"], w[\"{one.Key}.running_var\"], "
                + $"{(one.Affine ? Weights(one) : "None, None")}, self.training, {one.Momentum}, {one.Epsilon})"),
            Linear one => $"F.linear({x}.flatten(1), {Weights(one)})[:, :, None, None]",
            Activation one => Activated(one.Function, x),
            Pool { Max: true } one => Invariant($"F.max_pool2d({x}, {one.Kernel}, {one.Stride}, {one.Padding})"),
            Pool one => Invariant(
                $"F.avg_pool2d({x}, {one.Kernel}, {one.Stride}, {one.Padding}, count_include_pad={(one.CountPadding ? "True" : "False")})"),
            GlobalAveragePool => $"{x}.mean((2, 3), keepdim=True)",
            Add => string.Join(" + ", inputs),
            Concat => $"torch.cat([{string.Join(", ", inputs)}], 1)",
            Scale => $"{x} * {inputs[1]}",
            Zero => Invariant($"{x}.new_zeros(len({x}), {node.Shape.Channels}, {node.Shape.Height}, {node.Shape.Width})"),
            Resize one => $"{x}[:, :, {Sources(shapes[0].Height, one.Height)}][:, :, :, {Sources(shapes[0].Width, one.Width)}]",
            Shift => $"F.pad({x}, (0, 1, 0, 1))[:, :, 1:, 1:]",
            ChannelSlice one => Invariant($"{x}[:, {one.Start}:{one.Start + one.Count}]"),
            ChannelPad one => Invariant($"F.pad({x}, (0, 0, 0, 0, 0, {one.Channels - shapes[0].Channels}))"),
            SplitSum one => $"{Splits(x, shapes[0], one.Radix)}.sum(2)",
            SplitSoftmax one => $"{Splits(x, shapes[0], one.Radix)}.softmax(2).reshape({x}.shape)",
            _ => Sequences(node, inputs),
        };
    }

    private static string Read(Convolution one) => one.Bits == Convolution.FloatBits
        ? Weights(one)
        : Invariant($"rounded(w[\"{one.Key}.weight\"], {one.Bits}){(one.Bias ? $", w[\"{one.Key}.bias\"]" : "")}");

    private static string Sequences(Node node, string[] inputs) => node.Operation switch
    {
        Embedding one => Invariant(
            $"F.embedding({inputs[0]}.clamp(0, {one.Tokens - 1}).long().squeeze(1), w[\"{one.Key}.weight\"]).permute(0, 3, 1, 2)"),
        Positions one => Invariant(
            $"{inputs[0]} + w[\"{one.Key}.weight\"].t().reshape(1, {one.Channels}, {node.Shape.Height}, {node.Shape.Width})"),
        LayerNorm one => Invariant(
            $"F.layer_norm({inputs[0]}.permute(0, 2, 3, 1), ({one.Channels},), {Weights(one)}, {one.Epsilon}).permute(0, 3, 1, 2)"),
        Attention one => Invariant($"attention({string.Join(", ", inputs)}, heads={one.Heads})"),
        TokenMean => $"token_mean({inputs[0]}, {inputs[1]})",
        Recurrent one => $"recurrent({inputs[0]}, [{Weights(one)}], [{string.Join(", ", one.Cell.Nodes.Select(Cell))}])",
        _ => throw new InvalidOperationException($"Operation '{node.Operation.Kind}' has no form in PyTorch."),
    };

    /// <summary>A node of a recurrent cell.</summary>
    private static string Cell(RecurrentNode node) =>
        Invariant($"({node.Source}, lambda x: {(node.Function is { } function ? Activated(function, "x") : "x")})");

    private static string Activated(ActivationKind function, string x) => function switch
    {
        ActivationKind.HardSwish => $"F.hardswish({x})",
        ActivationKind.HardSigmoid => $"F.hardsigmoid({x})",
        ActivationKind.Swish => $"F.silu({x})",
        ActivationKind.Sigmoid => $"torch.sigmoid({x})",
        ActivationKind.Tanh => $"torch.tanh({x})",
        _ => $"F.{function.Name()}({x})",
    };

    private static string Weights(Operation operation)
    {
        string[] names = [.. operation.Weights.Select(weight => $"w[\"{weight.Name}\"]")];
        return names.Length == 1 ? names[0] + ", None" : string.Join(", ", names);
    }

    private static string Splits(string x, FeatureShape shape, int radix) =>
        Invariant($"{x}.reshape(len({x}), {shape.Channels / radix}, {radix}, {shape.Height}, {shape.Width})");

    private static string Sources(int from, int to) =>
        $"[{string.Join(", ", Enumerable.Range(0, to).Select(place => place * from / to))}]";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
