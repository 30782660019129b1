using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class LPPool1d(double norm, long kernel, long? stride, bool ceil) : ParameterLessModule<Tensor, Tensor>(nameof(LPPool1d))
    {
        public double norm_type { get; set; } = norm;

        public long kernel_size { get; set; } = kernel;

        public long? stride { get; set; } = stride;

        public bool ceil_mode { get; set; } = ceil;

        public override Tensor forward(Tensor input) => nn.functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);
    }

    public sealed class LPPool2d(double norm, long[] kernel, long[]? stride, bool ceil) : ParameterLessModule<Tensor, Tensor>(nameof(LPPool2d))
    {
        public double norm_type { get; set; } = norm;

        public long[] kernel_size { get; set; } = kernel;

        public long[]? stride { get; set; } = stride;

        public bool ceil_mode { get; set; } = ceil;

        public override Tensor forward(Tensor input) => nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, kernel_size, stride, ceil_mode);

            public static Modules.LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) =>
                new(norm_type, kernel_size, stride, ceil_mode);

            public static Modules.LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, [kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size], ceil_mode);
        }
    }
}
