using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Conv2d : Convolution
    {
        private static readonly long[] NoPadding = [0, 0];

        internal Conv2d(long in_channels, long out_channels, (long, long) kernel, ConvolutionOptions options)
            : base(nameof(Conv2d), in_channels, out_channels, [kernel.Item1, kernel.Item2], options)
        {
        }

        public override Tensor forward(Tensor input)
        {
            if (padding_mode != PaddingModes.Zeros && padding is not null)
            {
                using var padded = nn.functional.pad(input, PaddingPerSide, padding_mode);
                return nn.functional.conv2d(padded, weight, bias, stride, NoPadding, dilation, groups);
            }

            return padding_type is { } type
                ? nn.functional.conv2d_padding(input, weight, bias, stride, type, dilation, groups)
                : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                    padding_mode, groups, bias, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions(Pair(stride, 1), Pair(dilation, 1))
                {
                    Padding = Pair(padding, 0), PaddingMode = padding_mode, Groups = groups, Bias = bias, Device = device, Type = dtype,
                });

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                Conv2d(
                    in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride), (dilation, dilation),
                    padding_mode, groups, bias, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions(Pair(stride, 1), Pair(dilation, 1))
                {
                    PaddingType = padding, PaddingMode = padding_mode, Groups = groups, Bias = bias, Device = device, Type = dtype,
                });
        }
    }
}
