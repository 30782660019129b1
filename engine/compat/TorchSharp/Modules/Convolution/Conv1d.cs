using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class Conv1d : Convolution
    {
        private static readonly long[] NoPadding = [0];

        internal Conv1d(long in_channels, long out_channels, long kernel, ConvolutionOptions options)
            : base(nameof(Conv1d), in_channels, out_channels, [kernel], options)
        {
        }

        public override Tensor forward(Tensor input)
        {
            if (padding_mode == PaddingModes.Zeros || padding is null)
            {
                return padding_type is { } type
                    ? Aten.conv1d_padding.Call(input, weight, bias, stride, type == Padding.Same ? "same" : "valid", dilation, groups)
                    : Aten.conv1d.Call(input, weight, bias, stride, padding, dilation, groups);
            }

            using var padded = nn.functional.pad(input, PaddingPerSide, padding_mode);
            return Aten.conv1d.Call(padded, weight, bias, stride, NoPadding, dilation, groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions([stride], [dilation])
                {
                    Padding = [padding], PaddingMode = padding_mode, Groups = groups, Bias = bias, Device = device, Type = dtype,
                });

            public static Modules.Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(in_channels, out_channels, kernel_size, new Modules.ConvolutionOptions([stride], [dilation])
                {
                    PaddingType = padding, PaddingMode = padding_mode, Groups = groups, Bias = bias, Device = device, Type = dtype,
                });
        }
    }
}
