using TorchSharp;
using static TorchSharp.torch.nn;

namespace NasEngine.Networks;

/// <summary>The kernels of the operations that have weights.</summary>
internal static class WeightedKernels
{
    /// <summary>A convolution; one that sees a single pixel is a product, which costs less to set up.</summary>
    /// <param name="convolution">What it computes.</param>
    /// <param name="output">Shape of its output for one image.</param>
    public static Kernel Convolution(Convolution convolution, FeatureShape output) =>
        convolution is { Kernel: 1, Stride: 1, Padding: 0, Groups: 1 } && output is { Height: 1, Width: 1 }
            ? OfOnePixel(convolution)
            : Sliding(convolution);

    private static Kernel OfOnePixel(Convolution convolution)
    {
        var (weight, bias) = Tensors(convolution);
        return (inputs, source) =>
        {
            using var flat = inputs[0].reshape(-1, convolution.In);
            using var pixels = source.Read(flat);
            var whole = source.Weight(weight);
            using var rounded = WeightRounding.Of(convolution, whole, pixels.dtype);
            using var matrix = (rounded ?? whole).reshape(convolution.Out, convolution.In);
            using var output = functional.linear(pixels, matrix, Optional(bias, source));
            return output.reshape(-1, convolution.Out, 1, 1);
        };
    }

    private static Kernel Sliding(Convolution convolution)
    {
        var (weight, bias) = Tensors(convolution);
        long[] stride = [convolution.StrideSize.Height, convolution.StrideSize.Width];
        long[] padding = [convolution.PaddingSize.Height, convolution.PaddingSize.Width];
        long[] dilation = [convolution.Dilation, convolution.Dilation];
        return (inputs, source) =>
        {
            var (read, whole) = (source.Read(inputs[0]), source.Weight(weight));
            using var rounded = WeightRounding.Of(convolution, whole, read.dtype);
            var output = functional.conv2d(
                read, rounded ?? whole, Optional(bias, source), stride, padding, dilation, convolution.Groups);
            if (!ReferenceEquals(read, inputs[0]))
            {
                read.Dispose();
            }

            return output;
        };
    }

    public static Kernel BatchNorm(BatchNorm norm)
    {
        var tensors = norm.Weights;
        var (weight, bias) = tensors.IsEmpty ? (null, null) : (tensors[0], tensors[1]);
        return (inputs, source) =>
        {
            var statistics = source.Statistics(norm);
            var ofBatch = statistics is null || statistics.Momentum is not null;
            return functional.batch_norm(
                inputs[0], statistics?.Mean, statistics?.Variance, Optional(weight, source), Optional(bias, source),
                ofBatch, statistics?.Momentum ?? 0, norm.Epsilon);
        };
    }

    public static Kernel Linear(Linear linear)
    {
        var (weight, bias) = Tensors(linear);
        return (inputs, source) =>
        {
            using var flat = inputs[0].reshape(-1, linear.In);
            using var read = source.Features(linear, flat);
            using var output = functional.linear(read, source.Weight(weight), Optional(bias, source));
            return output.reshape(-1, linear.Out, 1, 1);
        };
    }

    private static (Weight Weight, Weight? Bias) Tensors(Operation operation)
    {
        var tensors = operation.Weights;
        return (tensors[0], tensors.Length > 1 ? tensors[1] : null);
    }

    private static torch.Tensor? Optional(Weight? weight, IWeightSource source) => weight is null ? null : source.Weight(weight);
}
