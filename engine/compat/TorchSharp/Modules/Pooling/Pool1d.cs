using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class MaxPool1d(long kernel, long? stride, long? padding, long? dilation, bool ceil) : ParameterLessModule<Tensor, Tensor>(nameof(MaxPool1d))
    {
        public long kernel_size { get; set; } = kernel;

        public long? stride { get; set; } = stride;

        public long? padding { get; set; } = padding;

        public long? dilation { get; set; } = dilation;

        public bool ceil_mode { get; set; } = ceil;

        public override Tensor forward(Tensor input) => nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    public sealed class AvgPool1d(long kernel, long? stride, long? padding, bool ceil, bool countPadding) : ParameterLessModule<Tensor, Tensor>(nameof(AvgPool1d))
    {
        public long kernel_size { get; set; } = kernel;

        public long? stride { get; set; } = stride;

        public long? padding { get; set; } = padding;

        public bool ceil_mode { get; set; } = ceil;

        public bool count_include_pad { get; set; } = countPadding;

        public override Tensor forward(Tensor input) => nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }

    public sealed class AdaptiveAvgPool1d(long outputSize) : ParameterLessModule<Tensor, Tensor>(nameof(AdaptiveAvgPool1d))
    {
        public long output_size { get; set; } = outputSize;

        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
    }

    public sealed class AdaptiveMaxPool1d(long outputSize) : ParameterLessModule<Tensor, Tensor>(nameof(AdaptiveMaxPool1d))
    {
        public long output_size { get; set; } = outputSize;

        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
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

            public static Modules.AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);
        }
    }
}
