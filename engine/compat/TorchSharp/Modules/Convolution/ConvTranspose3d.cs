using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class ConvTranspose3d : ConvolutionTranspose
    {
        internal ConvTranspose3d(long in_channels, long out_channels, (long, long, long) kernel, ConvolutionOptions options)
            : base(nameof(ConvTranspose3d), in_channels, out_channels, [kernel.Item1, kernel.Item2, kernel.Item3], options)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size) => nn.functional.conv_transpose3d(
            input, weight, bias, stride, padding, PaddingFor(input, output_size), dilation, groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                ConvTranspose3d(
                    in_channels, out_channels, (kernel_size, kernel_size, kernel_size), (stride, stride, stride), (padding, padding, padding),
                    (output_padding, output_padding, output_padding), (dilation, dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static Modules.ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
                (long, long, long)? padding = null, (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions(Triple(stride, 1), Triple(dilation, 1))
                {
                    Padding = Triple(padding, 0), OutputPadding = Triple(output_padding, 0), PaddingMode = padding_mode, Groups = groups,
                    Bias = bias, Transposed = true, Device = device, Type = dtype,
                });
        }
    }
}
