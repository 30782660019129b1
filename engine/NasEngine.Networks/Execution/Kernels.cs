using TorchSharp;
using static TorchSharp.torch.nn;

namespace NasEngine.Networks;

/// <summary>The kernel of each operation that has no weights.</summary>
internal static class Kernels
{
    /// <summary>The kernel of a node other than the input.</summary>
    /// <param name="node">What it computes.</param>
    /// <param name="mayOverwrite">Whether its first input may become its output.</param>
    public static Kernel Of(Node node, bool mayOverwrite) => node.Operation switch
    {
        Convolution convolution => WeightedKernels.Convolution(convolution, node.Shape),
        BatchNorm norm => WeightedKernels.BatchNorm(norm),
        Linear linear => WeightedKernels.Linear(linear),
        Activation activation => Activation(activation.Function, mayOverwrite),
        Pool pool => Pool(pool),
        Embedding embedding => SequenceKernels.Embedding(embedding),
        Positions positions => SequenceKernels.Positions(positions),
        LayerNorm norm => SequenceKernels.LayerNorm(norm),
        Attention attention => SequenceKernels.Attention(attention),
        TokenMean => SequenceKernels.TokenMean,
        Recurrent recurrent => RecurrentKernel.Of(recurrent),
        GlobalAveragePool => static (inputs, _) => Mean(inputs[0]),
        Add when mayOverwrite => static (inputs, _) => AddedTo(inputs[0], inputs[1..]),
        Add => static (inputs, _) => Sum(inputs),
        Concat => static (inputs, _) => torch.cat(inputs.ToArray(), 1),
        Scale => static (inputs, _) => inputs[0].mul(inputs[1]),
        Zero => Zeros(node.Shape),
        Resize resize => (inputs, _) => Resized(inputs[0], resize),
        Shift => static (inputs, _) => Shifted(inputs[0]),
        ChannelSlice slice => (inputs, _) => inputs[0].narrow(1, slice.Start, slice.Count),
        ChannelPad pad => (inputs, _) => functional.pad(inputs[0], [0, 0, 0, 0, 0, pad.Channels - inputs[0].shape[1]]),
        SplitSum split => SplitKernels.Sum(split.Radix),
        WeightedSum sum => MixtureKernels.WeightedSum(sum.Selection),
        PlacedSum sum => MixtureKernels.PlacedSum(sum),
        ChannelMask mask => MixtureKernels.Mask(mask.Selection, node.Shape.Channels),
        SplitSoftmax split => SplitKernels.Softmax(split.Radix),
        _ => throw new InvalidOperationException($"Operation '{node.Operation.Kind}' has no kernel."),
    };

    private static Kernel Activation(ActivationKind function, bool mayOverwrite) => function switch
    {
        ActivationKind.Relu when mayOverwrite => static (inputs, _) => inputs[0].relu_(),
        ActivationKind.Relu6 when mayOverwrite => static (inputs, _) => inputs[0].relu6_(),
        _ => (inputs, _) => Activated(inputs[0], function),
    };

    /// <summary>A non-linearity, element by element; a new tensor.</summary>
    public static torch.Tensor Activated(torch.Tensor values, ActivationKind function) => function switch
    {
        ActivationKind.Relu => functional.relu(values),
        ActivationKind.Relu6 => functional.relu6(values),
        ActivationKind.HardSwish => functional.hardswish(values),
        ActivationKind.HardSigmoid => functional.hardsigmoid(values),
        ActivationKind.Swish => functional.silu(values),
        ActivationKind.Gelu => functional.gelu(values),
        ActivationKind.Sigmoid => torch.sigmoid(values),
        ActivationKind.Tanh => torch.tanh(values),
        _ => throw new InvalidOperationException($"Activation '{function}' has no kernel."),
    };

    private static Kernel Pool(Pool pool)
    {
        long[] kernel = [pool.Kernel, pool.Kernel];
        long[] stride = [pool.Stride, pool.Stride];
        long[] padding = [pool.Padding, pool.Padding];
        return pool.Max
            ? (inputs, _) => functional.max_pool2d(inputs[0], kernel, stride, padding)
            : (inputs, _) => functional.avg_pool2d(inputs[0], kernel, stride, padding, count_include_pad: pool.CountPadding);
    }

    /// <summary>Divides the sums and not, as torch's pooling does in its backward pass, every element.</summary>
    private static torch.Tensor Mean(torch.Tensor input)
    {
        var (height, width) = (input.shape[2], input.shape[3]);
        using var sum = input.sum([2, 3], keepdim: true);
        return sum.Times(1.0 / (height * width));
    }

    private static Kernel Zeros(FeatureShape shape) => (inputs, _) =>
    {
        using var last = torch.zeros([inputs[0].shape[0], shape.Height, shape.Width, shape.Channels], inputs[0].dtype, inputs[0].device);
        return last.permute(0, 3, 1, 2);
    };

    private static torch.Tensor AddedTo(torch.Tensor sum, ReadOnlySpan<torch.Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            sum.Add_(input);
        }

        return sum;
    }

    private static torch.Tensor Sum(ReadOnlySpan<torch.Tensor> inputs)
    {
        var sum = inputs[0].Plus(inputs[1]);
        foreach (var input in inputs[2..])
        {
            using var before = sum;
            sum = before.Plus(input);
        }

        return sum;
    }

    /// <summary>By whole numbers: the scale in floating point of torch's own may pick another row.</summary>
    private static torch.Tensor Resized(torch.Tensor input, Resize resize)
    {
        using var rows = input.index_select(2, Sources(input.shape[2], resize.Height, input.device));
        return rows.index_select(3, Sources(input.shape[3], resize.Width, input.device));
    }

    private static torch.Tensor Sources(long from, int to, torch.Device device) =>
        torch.tensor(Enumerable.Range(0, to).Select(place => place * from / to).ToArray(), device: device);

    private static torch.Tensor Shifted(torch.Tensor input)
    {
        using var padded = functional.pad(input, [0, 1, 0, 1]);
        using var rows = padded.narrow(2, 1, input.shape[2]);
        return rows.narrow(3, 1, input.shape[3]);
    }
}
