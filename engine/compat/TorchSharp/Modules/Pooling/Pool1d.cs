using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class MaxPool1d(long kernel, long? stride, long? padding, long? dilation, bool ceil)
        : ParameterLessModule<Tensor, Tensor>(nameof(MaxPool1d))
    {
        public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel, stride, padding, dilation, ceil);
    }

    public sealed class AvgPool1d(long kernel, long? stride, long? padding, bool ceil, bool countPadding)
        : ParameterLessModule<Tensor, Tensor>(nameof(AvgPool1d))
    {
        public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(input, kernel, stride, padding, ceil, countPadding);
    }

    public sealed class AdaptiveAvgPool1d(long outputSize) : ParameterLessModule<Tensor, Tensor>(nameof(AdaptiveAvgPool1d))
    {
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, outputSize);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MaxPool1d MaxPool1d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static Modules.AvgPool1d AvgPool1d(
                long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            public static Modules.AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);
        }
    }
}
