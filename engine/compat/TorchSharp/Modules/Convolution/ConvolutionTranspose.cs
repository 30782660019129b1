using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution turned around; several input sizes lead to one output size, so the wanted one can be named.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long inChannels, long outChannels, long[] kernelSize, ConvolutionOptions options)
        : base(name, inChannels, outChannels, kernelSize, options)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>What is added at one side of every axis so that the output has the wanted size.</summary>
    private protected long[] PaddingFor(Tensor input, long[]? size)
    {
        if (size is null) return output_padding;
        var axes = kernel_size.Length;
        var leading = (int)input.ndim - axes;
        if (size.Length == leading + axes) size = size[leading..];
        if (size.Length != axes)
            throw new ArgumentException($"{GetName()}: output_size must have {axes} or {leading + axes} elements (got {size.Length})");
        var shape = input.shape;
        var added = new long[axes];
        for (var axis = 0; axis < axes; axis++)
        {
            var least = ((shape[leading + axis] - 1) * stride[axis]) - (2 * padding![axis]) + (dilation[axis] * (kernel_size[axis] - 1)) + 1;
            added[axis] = size[axis] - least;
            if (added[axis] < 0 || added[axis] >= stride[axis])
                throw new ArgumentException(
                    $"Requested an output size of [{string.Join(", ", size)}], but axis {axis} can have {least} to {least + stride[axis] - 1}");
        }

        return added;
    }
}
