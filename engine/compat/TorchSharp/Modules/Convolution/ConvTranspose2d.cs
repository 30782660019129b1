using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel, ConvolutionOptions options)
            : base(nameof(ConvTranspose2d), in_channels, out_channels, [kernel.Item1, kernel.Item2], options)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size) => nn.functional.conv_transpose2d(
            input, weight, bias, stride, padding, PaddingFor(input, output_size), dilation, groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                ConvTranspose2d(
                    in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                    (output_padding, output_padding), (dilation, dilation), padding_mode, groups, bias, device, dtype);

            public static Modules.ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions(Pair(stride, 1), Pair(dilation, 1))
                {
                    Padding = Pair(padding, 0), OutputPadding = Pair(output_padding, 0), PaddingMode = padding_mode, Groups = groups,
                    Bias = bias, Transposed = true, Device = device, Type = dtype,
                });
        }
    }
}
