using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class MaxPool3d(long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil) : ParameterLessModule<Tensor, Tensor>(nameof(MaxPool3d))
    {
        public long[] kernel_size { get; set; } = kernel;

        public long[]? stride { get; set; } = stride;

        public long[]? padding { get; set; } = padding;

        public long[]? dilation { get; set; } = dilation;

        public bool ceil_mode { get; set; } = ceil;

        public override Tensor forward(Tensor input) => nn.functional.max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode);

        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    public sealed class AvgPool3d(long[] kernel, long[]? stride, long[]? padding, bool ceil, bool countPadding, long? divisor) : ParameterLessModule<Tensor, Tensor>(nameof(AvgPool3d))
    {
        public long[] kernel_size { get; set; } = kernel;

        public long[]? stride { get; set; } = stride;

        public long[]? padding { get; set; } = padding;

        public bool ceil_mode { get; set; } = ceil;

        public bool count_include_pad { get; set; } = countPadding;

        public long? divisor_override { get; set; } = divisor;

        public override Tensor forward(Tensor input) => nn.functional.avg_pool3d(
            input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }

    public sealed class AdaptiveAvgPool3d(long[] outputSize) : ParameterLessModule<Tensor, Tensor>(nameof(AdaptiveAvgPool3d))
    {
        public long[] output_size { get; set; } = outputSize;

        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
    }

    public sealed class AdaptiveMaxPool3d(long[] outputSize) : ParameterLessModule<Tensor, Tensor>(nameof(AdaptiveMaxPool3d))
    {
        public long[] output_size { get; set; } = outputSize;

        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool3d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MaxPool3d MaxPool3d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

            public static Modules.MaxPool3d MaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null,
                bool ceil_mode = false) =>
                new(Triple(kernel_size, 0), Triple(stride ?? kernel_size, 0), Triple(padding, 0), Triple(dilation, 1), ceil_mode);

            public static Modules.MaxPool3d MaxPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static Modules.AvgPool3d AvgPool3d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new([kernel_size], [stride ?? kernel_size], [padding ?? 0], ceil_mode, count_include_pad, divisor_override);

            public static Modules.AvgPool3d AvgPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Triple(kernel_size, 0), Triple(stride ?? kernel_size, 0), Triple(padding, 0), ceil_mode, count_include_pad, divisor_override);

            public static Modules.AvgPool3d AvgPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            public static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

            public static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(Triple(output_size, 0));

            public static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new([output_size, output_size, output_size]);

            public static Modules.AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);
        }
    }
}
