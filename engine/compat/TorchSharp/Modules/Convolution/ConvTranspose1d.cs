using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(long in_channels, long out_channels, long kernel, ConvolutionOptions options)
            : base(nameof(ConvTranspose1d), in_channels, out_channels, [kernel], options)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size) => nn.functional.conv_transpose1d(
            input, weight, bias, stride[0], padding![0], PaddingFor(input, output_size)[0], dilation[0], groups);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ConvTranspose1d ConvTranspose1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions([stride], [dilation])
                {
                    Padding = [padding], OutputPadding = [output_padding], PaddingMode = padding_mode, Groups = groups,
                    Bias = bias, Transposed = true, Device = device, Type = dtype,
                });
        }
    }
}
